package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.operation.AnnualFigures.Figures;
import fr.comptoir.operation.AnnualFigures.Journal;
import fr.comptoir.paper.Document;
import fr.comptoir.paper.Document.Bar;
import fr.comptoir.paper.Document.Chart;
import fr.comptoir.paper.Document.Column;
import fr.comptoir.paper.Document.Kind;
import fr.comptoir.paper.Document.Note;
import fr.comptoir.paper.Document.Particular;
import fr.comptoir.paper.Document.Row;
import fr.comptoir.paper.Document.Table;
import fr.comptoir.paper.Language;
import fr.comptoir.paper.Messages;
import fr.comptoir.store.query.FormatRequests.Parts;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of a year as a document for people. */
final class AnnualDocument {
    private final AnnualFigures figures;
    private final Messages words;
    private final Language language;
    private final String year;

    AnnualDocument(AnnualFigures figures, Language language) {
        this.figures = figures;
        this.language = language;
        this.words = new Messages("fr.comptoir.operation.annual", language);
        this.year = figures.year().toString();
    }

    /**
     * Puts the document together.
     *
     * @param customer its name and its id
     * @param origin the paragraphs that say where the figures come from
     */
    Document of(
            SiteConfig.Platform platform,
            Document.Brand brand,
            Customer customer,
            Note origin,
            Instant created,
            String program) {
        return new Document(
                language,
                brand,
                words.text("title", year),
                customer.id().equals(Institution.THE_WORLD) ? words.text("world") : customer.name(),
                List.of(
                        new Particular(words.text("period"), period()),
                        new Particular(words.text("customer"), customer.id()),
                        new Particular(words.text("kind"), words.text("kind.jr1")),
                        new Particular(
                                words.text("created"),
                                language.date(
                                        created.atZone(platform.timeZone()).toLocalDate()))),
                Optional.of(chart()),
                table(platform.id()),
                List.of(method(), origin),
                created,
                program);
    }

    /** A customer in words. */
    record Customer(String id, String name) {}

    private String period() {
        List<YearMonth> months = figures.months();
        return words.text("period.months", language.month(months.get(0)), language.month(months.get(11)));
    }

    private Chart chart() {
        Figures total = figures.total();
        List<Bar> bars = figures.months().stream()
                .map(month -> new Bar(language.shortMonth(month), language.month(month), total.month(month)))
                .toList();
        return new Chart(words.text("chart"), bars);
    }

    private Table table(String platformId) {
        List<Row> rows = new ArrayList<>();
        List<Journal> journals = figures.journals();
        if (!journals.isEmpty()) {
            rows.add(row(
                    List.of(words.text("total.journals", language.number(journals.size())), "", ""),
                    figures.total(),
                    true));
        }
        for (Journal journal : journals) {
            Described title = journal.title();
            String name = title.name().isBlank() ? platformId + ":" + title.id() : title.name();
            rows.add(row(List.of(name, title.printIssn(), title.onlineIssn()), journal, false));
        }
        return new Table(words.text("table"), columns(), rows, words.text("empty", year));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("", words.text("column.journal"), Kind.TEXT),
                new Column("", words.text("column.print"), Kind.CODE),
                new Column("", words.text("column.online"), Kind.CODE)));
        String jr1 = words.text("group.jr1", year);
        figures.months().forEach(month -> columns.add(new Column(jr1, language.shortMonth(month), Kind.NUMBER)));
        for (String heading : List.of("column.total", "column.html", "column.pdf")) {
            columns.add(new Column(jr1, words.text(heading), Kind.NUMBER));
        }
        for (String group : List.of("group.tr", "group.tr_j1")) {
            columns.add(new Column(words.text(group), "Total_Item_Requests", Kind.NUMBER));
            columns.add(new Column(words.text(group), "Unique_Item_Requests", Kind.NUMBER));
        }
        return columns;
    }

    private Row row(List<String> texts, Figures line, boolean total) {
        List<@Nullable Long> numbers = new ArrayList<>();
        figures.months().forEach(month -> numbers.add(line.month(month)));
        numbers.add(line.total(AnnualFigures.Column.TOTAL_ITEM_REQUESTS));
        numbers.add(line.formats().map(Parts::html).orElse(null));
        numbers.add(line.formats().map(Parts::pdf).orElse(null));
        for (AnnualFigures.Column column : AnnualFigures.Column.values()) {
            numbers.add(line.total(column));
        }
        return new Row(texts, numbers, total);
    }

    private Note method() {
        List<String> paragraphs = new ArrayList<>();
        for (String key : List.of("method.requests", "method.double", "method.release", "method.unused")) {
            paragraphs.add(words.text(key));
        }
        List<YearMonth> missing = figures.months().stream()
                .filter(month -> !figures.counted().contains(month))
                .toList();
        if (!missing.isEmpty()) {
            paragraphs.add(words.text(
                    "method.missing", missing.stream().map(language::month).collect(Collectors.joining(", "))));
        }
        return new Note(words.text("method"), paragraphs);
    }
}
