package fr.comptoir.server.apidoc;

import fr.comptoir.operation.Site;
import fr.comptoir.report.ExceptionCode;
import fr.comptoir.server.counterapi.CounterApiSetup.Program;
import fr.comptoir.server.counterapi.OpenApi;
import fr.comptoir.server.web.BaseAddress;
import fr.comptoir.server.web.Today;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The COUNTER API in a page: each path with a form that asks it. What stands there is the OpenAPI document, which is what is read. */
@Controller
final class ApiDocController {
    private final List<ApiOperation> operations;
    private final BaseAddress base;
    private final Today today;

    ApiDocController(Site site, Program program, BaseAddress base, Today today) {
        this.operations =
                ApiOperation.of(OpenApi.document(site.config().platform().name(), program.name()));
        this.base = base;
        this.today = today;
    }

    @GetMapping("/api/doc")
    String page(
            @RequestParam(name = "customer_id", defaultValue = "") String customer,
            Model model,
            HttpServletRequest request) {
        model.addAttribute("base", base.of(request));
        model.addAttribute("releases", List.of("5.1", "5"));
        model.addAttribute("operations", operations);
        model.addAttribute("exceptions", ExceptionCode.values());
        model.addAttribute("customerId", customer);
        model.addAttribute("month", YearMonth.from(today.get()).minusMonths(1));
        return "api-doc";
    }
}
