package fr.comptoir.server.space;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.operation.ReportOffer;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reports that there are, as a table. */
final class OfferPanel {
    private OfferPanel() {}

    static Panel of(List<ReportOffer> offers) {
        List<Column> columns = List.of(
                new Column("Release", Kind.TEXT),
                new Column("Report_ID", Kind.ID),
                new Column("Report_Name", Kind.TEXT),
                new Column("Can_Have_Figures", Kind.CODE),
                new Column("Metrics_Never", Kind.TEXT));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ReportOffer offer : offers) {
            rows.add(Arrays.asList(
                    offer.report().release().code(),
                    offer.report().id(),
                    offer.report().name(),
                    offer.canHaveFigures() ? "yes" : "no",
                    offer.never().stream().map(MetricType::code).collect(Collectors.joining("|"))));
        }
        return new Panel("reports", Picture.NONE, Optional.empty(), columns, rows);
    }
}
