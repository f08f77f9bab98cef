package fr.comptoir.server.space;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.operation.view.InstitutionTable;
import fr.comptoir.operation.view.RankedTable;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.server.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Institutions side by side: the members of a consortium, all of the platform, or those that used a publisher's titles, whose small figures
 * are masked. An institution has no such page.
 */
@Controller
final class InstitutionsController {
    private final Spaces spaces;
    private final Answers answers;
    private final ComparedInstitutions institutions;

    InstitutionsController(Spaces spaces, PageTexts texts, CustomersDatabase database) {
        this.spaces = spaces;
        this.answers = new Answers(texts);
        this.institutions = new ComparedInstitutions(database);
    }

    private Listed listed(String customer, MultiValueMap<String, String> parameters) throws IOException {
        Listed listed = Listed.read(spaces, customer, parameters, InstitutionTable.sortable());
        if (!listed.asked().comparesInstitutions()) {
            throw new NotFoundException("institutions to compare");
        }
        return listed;
    }

    @GetMapping("/space/{customer}/institutions")
    String page(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Listed listed = listed(customer, parameters);
        Asked asked = listed.asked();
        Optional<String> other =
                answers.put(asked, "institutions", listed.ask().page(1).query(), model, response);
        if (other.isPresent()) {
            return other.get();
        }
        model.addAttribute("table", institutions.table(listed, false));
        model.addAttribute("least", asked.site().site().config().server().maskBelow());
        return "space-institutions";
    }

    @GetMapping({
        "/space/{customer}/institutions.json",
        "/space/{customer}/institutions.csv",
        "/space/{customer}/institutions.xlsx"
    })
    void file(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Listed listed = listed(customer, parameters);
        if (!listed.asked().problems().isEmpty()) {
            answers.refuse(listed.asked(), request, response);
            return;
        }
        RankedTable table = institutions.table(listed, true);
        answers.write(listed.asked().of(table.view()), "institutions", List.of(table.panel()), request, response);
    }
}
