package fr.comptoir.server.space;

import fr.comptoir.operation.view.Freshness;
import fr.comptoir.operation.view.Overview;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.server.guide.Tour;
import fr.comptoir.server.space.Spaces.Asked;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How a customer uses the platform, at a glance. */
@Controller
final class OverviewController {
    private static final Set<String> OWN = Set.of("panel");
    /** What the page understands besides the view. */
    private static final Set<String> PAGE_OWN = Set.of(Tour.AGAIN);

    private final Spaces spaces;
    private final Answers answers;
    private final Tour tour;
    private final Overviews overviews = new Overviews();

    OverviewController(Spaces spaces, PageTexts texts, Tour tour) {
        this.spaces = spaces;
        this.answers = new Answers(texts);
        this.tour = tour;
    }

    @GetMapping("/space/{customer}/overview")
    String page(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Asked asked = spaces.read(customer, parameters, PAGE_OWN);
        Optional<String> other = answers.put(asked, "overview", "", model, response);
        if (other.isPresent()) {
            return other.get();
        }
        model.addAttribute("overview", overviews.of(asked.site(), asked.view()));
        model.addAttribute("freshness", Freshness.of(asked.site(), asked.view()));
        model.addAttribute("tour", tour.stops(request));
        return "space-overview";
    }

    @GetMapping({"/space/{customer}/overview.json", "/space/{customer}/overview.csv", "/space/{customer}/overview.xlsx"
    })
    void file(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Asked asked = spaces.read(customer, parameters, OWN);
        if (!asked.problems().isEmpty()) {
            answers.refuse(asked, request, response);
            return;
        }
        Overview overview = overviews.of(asked.site(), asked.view());
        List<Panel> all = new ArrayList<>(overview.panels());
        all.add(Freshness.of(asked.site(), asked.view()).panel());
        List<Panel> panels = Answers.chosen(all, parameters.getFirst("panel"));
        answers.write(asked, "overview", panels, request, response);
    }
}
