package fr.comptoir.operation.view;

import fr.comptoir.operation.ReportingSite;
import fr.comptoir.store.usage.Usage;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * From where a customer's usage came, by what access, and what it was: reading and technical use apart.
 *
 * @param panels in the order of the page
 */
public record Routes(View view, List<Panel> panels) {
    public Routes {
        panels = List.copyOf(panels);
    }

    /** Asks the facts. */
    public static Routes of(ReportingSite now, View view) throws IOException {
        SortedSet<YearMonth> available = now.availability().counted();
        try (Usage usage = now.usage(view.usage(available))) {
            RoutePanels panels = RoutePanels.of(view, usage, now.site().config(), available);
            List<Panel> all = new ArrayList<>(
                    List.of(panels.documentary(), panels.arrivals(), panels.routes(), panels.technical()));
            ExtractionPanel.of(now, view, available).ifPresent(all::add);
            return new Routes(view, all);
        }
    }

    /** One of its panels. */
    public Optional<Panel> panel(String id) {
        return panels.stream().filter(panel -> panel.id().equals(id)).findFirst();
    }
}
