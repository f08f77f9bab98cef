package fr.comptoir.server.space;

import fr.comptoir.operation.view.Freshness;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Routes;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.server.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** From where a customer's readers come, by what access, and what they do. */
@Controller
final class RoutesController {
    private static final Set<String> OWN = Set.of("panel");

    private final Spaces spaces;
    private final Answers answers;

    RoutesController(Spaces spaces, PageTexts texts) {
        this.spaces = spaces;
        this.answers = new Answers(texts);
    }

    private Asked read(String customer, MultiValueMap<String, String> parameters, Set<String> own) throws IOException {
        Asked asked = spaces.read(customer, parameters, own);
        if (asked.isPublishers()) {
            throw new NotFoundException("ways of others"); // a portal names the institution
        }
        return asked;
    }

    @GetMapping("/space/{customer}/routes")
    String page(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Asked asked = read(customer, parameters, Set.of());
        Optional<String> other = answers.put(asked, "routes", "", model, response);
        if (other.isPresent()) {
            return other.get();
        }
        model.addAttribute("routes", Routes.of(asked.site(), asked.view()));
        model.addAttribute("freshness", Freshness.of(asked.site(), asked.view()));
        return "space-routes";
    }

    @GetMapping({"/space/{customer}/routes.json", "/space/{customer}/routes.csv", "/space/{customer}/routes.xlsx"})
    void file(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Asked asked = read(customer, parameters, OWN);
        if (!asked.problems().isEmpty()) {
            answers.refuse(asked, request, response);
            return;
        }
        Routes routes = Routes.of(asked.site(), asked.view());
        List<Panel> panels = Answers.chosen(routes.panels(), parameters.getFirst("panel"));
        answers.write(asked, "routes", panels, request, response);
    }
}
