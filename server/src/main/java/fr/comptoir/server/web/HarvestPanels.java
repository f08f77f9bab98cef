package fr.comptoir.server.web;

import fr.comptoir.customers.harvest.Harvest;
import fr.comptoir.customers.harvest.Harvests.Correction;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What harvesters asked for and what they should correct, as tables for programs. */
final class HarvestPanels {
    private HarvestPanels() {}

    /** One row a request, as {@link Harvest} keeps it: credentials are masked in its query. */
    static Panel harvests(List<Harvest> harvests) {
        List<Column> columns = List.of(
                new Column("At", Kind.MOMENT),
                new Column("Harvester", Kind.TEXT),
                new Column("Credential", Kind.CODE),
                new Column("Report_ID", Kind.TEXT),
                new Column("Release", Kind.TEXT),
                new Column("Query", Kind.TEXT),
                new Column("Status", Kind.COUNT),
                new Column("Exceptions", Kind.TEXT),
                new Column("Milliseconds", Kind.COUNT),
                new Column("Bytes", Kind.COUNT));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Harvest one : harvests) {
            String exceptions = one.exceptions().stream()
                    .map(fault -> (fault.code() + " " + fault.data()).strip())
                    .collect(Collectors.joining("; "));
            rows.add(Arrays.asList(
                    one.at(),
                    one.harvester(),
                    one.credential().name().toLowerCase(Locale.ROOT),
                    one.report().toUpperCase(Locale.ROOT),
                    one.release(),
                    one.query(),
                    (long) one.status(),
                    exceptions,
                    one.millis(),
                    one.bytes()));
        }
        return new Panel("harvests", Picture.NONE, Optional.empty(), columns, rows);
    }

    static Panel corrections(List<Correction> corrections) {
        List<Column> columns = List.of(
                new Column("Harvester", Kind.TEXT),
                new Column("Report_ID", Kind.TEXT),
                new Column("Release", Kind.TEXT),
                new Column("Exception", Kind.COUNT),
                new Column("Data", Kind.TEXT),
                new Column("Times", Kind.COUNT),
                new Column("Last", Kind.MOMENT));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Correction one : corrections) {
            rows.add(Arrays.asList(
                    one.harvester(),
                    one.report().toUpperCase(Locale.ROOT),
                    one.release(),
                    (long) one.code(),
                    one.data(),
                    one.times(),
                    one.last()));
        }
        return new Panel("corrections", Picture.NONE, Optional.empty(), columns, rows);
    }
}
