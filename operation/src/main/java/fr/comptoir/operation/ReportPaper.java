package fr.comptoir.operation;

import fr.comptoir.paper.Document;
import fr.comptoir.paper.Document.Bar;
import fr.comptoir.paper.Document.Brand;
import fr.comptoir.paper.Document.Chart;
import fr.comptoir.paper.Document.Column;
import fr.comptoir.paper.Document.Kind;
import fr.comptoir.paper.Document.Note;
import fr.comptoir.paper.Document.Particular;
import fr.comptoir.paper.Document.Row;
import fr.comptoir.paper.Document.Table;
import fr.comptoir.paper.Language;
import fr.comptoir.paper.Messages;
import fr.comptoir.report.FormatLimitException;
import fr.comptoir.report.Sheet;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A COUNTER report as a document for people: the header and the rows of its tabular form. Columns that are blank in all rows are left out;
 * what is the same in all of them is said once, above. The Code's own words stay as they are in both languages.
 */
final class ReportPaper implements Sheet {
    /** Each is drawn and tagged, and costs some 800 bytes of heap: these make 200 pages that nobody reads. */
    static final int CELLS_MAX = 250_000;

    private static final DateTimeFormatter HEADING = DateTimeFormatter.ofPattern("MMM-uuuu", Locale.ENGLISH);
    private static final Set<String> WORDS = Set.of(
            "Institution_Name",
            "Database",
            "Title",
            "Item",
            "Publisher",
            "Authors",
            "Platform",
            "Parent_Title",
            "Parent_Authors");
    private static final Set<String> IN_THE_HEAD =
            Set.of("Report_Name", "Institution_Name", "Reporting_Period", "Exceptions", "Created");
    /** The metric of the chart: the first of these that has usage, else the first there is. */
    private static final List<String> CHARTED = List.of(
            "Total_Item_Requests",
            "Total_Item_Investigations",
            "Searches_Regular",
            "Searches_Platform",
            "No_License",
            "Limit_Exceeded");

    private final Language language;
    private final Messages words;
    private final Map<String, String> header = new LinkedHashMap<>();
    private final List<String[]> texts = new ArrayList<>();
    private final List<long[]> figures = new ArrayList<>();
    private final Map<String, long[]> sums = new LinkedHashMap<>();
    private String[] headings = {};
    /** Which columns before Metric_Type differ in some row from the first. */
    private boolean[] varies = {};

    ReportPaper(Language language) {
        this.language = language;
        this.words = new Messages("fr.comptoir.operation.report", language);
    }

    @Override
    public void header(String label, String value) {
        header.put(label, value);
    }

    @Override
    public void headings(String[] all) {
        headings = all;
    }

    @Override
    public void usage(String[] attributes, String metricType, long[] row) throws IOException {
        checkRoom(attributes, row.length);
        String[] cells = Arrays.copyOf(attributes, attributes.length + 1);
        cells[attributes.length] = metricType;
        texts.add(cells);
        figures.add(row.clone());
        long[] sum = sums.computeIfAbsent(metricType, unused -> new long[row.length]);
        for (int i = 0; i < row.length; i++) {
            sum[i] += row[i];
        }
    }

    /** Columns that are the same in all rows are not drawn, so that only those that vary by now cost something. */
    private void checkRoom(String[] attributes, int numbers) throws FormatLimitException {
        if (texts.isEmpty()) {
            varies = new boolean[attributes.length];
            return;
        }
        int columns = 1 + numbers;
        for (int i = 0; i < attributes.length; i++) {
            varies[i] |= !attributes[i].equals(texts.get(0)[i]);
            columns += varies[i] ? 1 : 0;
        }
        if ((long) columns * (texts.size() + 1) > CELLS_MAX) {
            throw new FormatLimitException("the report has more than " + CELLS_MAX + " cells (" + texts.size()
                    + " rows of " + columns + " columns, and more), which is too many for paper;"
                    + " ask for fewer rows or attributes, or for xlsx, csv or json");
        }
    }

    @Override
    public void end() {}

    /** The document, once all rows have come. */
    Document document(
            Brand brand,
            YearMonth begin,
            YearMonth end,
            Optional<Note> origin,
            Instant created,
            ZoneId zone,
            String program) {
        List<Note> notes = new ArrayList<>();
        notes.add(method());
        origin.ifPresent(notes::add);
        return new Document(
                language,
                brand,
                words.text("title", value("Report_Name"), value("Report_ID"), value("Release")),
                value("Institution_Name"),
                particulars(begin, end, language.date(created.atZone(zone).toLocalDate())),
                chart(),
                table(),
                notes,
                created,
                program);
    }

    private String value(String label) {
        return header.getOrDefault(label, "");
    }

    private List<Particular> particulars(YearMonth begin, YearMonth end, String created) {
        List<Particular> particulars = new ArrayList<>();
        particulars.add(new Particular(
                words.text("period"),
                begin.equals(end)
                        ? language.month(begin)
                        : words.text("period.months", language.month(begin), language.month(end))));
        particulars.add(new Particular(words.text("created"), created));
        header.forEach((label, value) -> {
            if (!IN_THE_HEAD.contains(label) && !value.isBlank()) {
                particulars.add(new Particular(label, value));
            }
        });
        String same = same();
        if (!same.isEmpty()) {
            particulars.add(new Particular(words.text("same"), same));
        }
        if (!value("Exceptions").isEmpty()) {
            particulars.add(new Particular(words.text("exceptions"), value("Exceptions")));
        }
        return particulars;
    }

    /** What the columns say that are left out because they say the same in every row. */
    private String same() {
        List<String> same = new ArrayList<>();
        for (int i = 0; i < attributes(); i++) {
            if (!shown(i) && !texts.isEmpty() && !texts.get(0)[i].isBlank()) {
                same.add(headings[i] + " = " + texts.get(0)[i]);
            }
        }
        return String.join("; ", same);
    }

    /** How many columns stand before Metric_Type. */
    private int attributes() {
        return texts.isEmpty() ? 0 : texts.get(0).length - 1;
    }

    private boolean shown(int column) {
        if (column == attributes()) {
            return true;
        }
        return varies[column] || (texts.size() == 1 && !texts.get(0)[column].isBlank());
    }

    private Optional<Chart> chart() {
        String metric = CHARTED.stream()
                .filter(sums::containsKey)
                .findFirst()
                .orElse(sums.keySet().stream().findFirst().orElse(""));
        long @Nullable [] sum = sums.get(metric);
        if (sum == null || sum.length < 2) {
            return Optional.empty();
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 1; i < sum.length; i++) {
            YearMonth month = month(sum.length - i);
            bars.add(new Bar(monthHeading(month), language.month(month), sum[i]));
        }
        return Optional.of(new Chart(words.text("chart", metric), bars));
    }

    /** The month of a column counted from the last. */
    private YearMonth month(int fromLast) {
        return YearMonth.parse(headings[headings.length - fromLast], HEADING);
    }

    private String monthHeading(YearMonth month) {
        return language.shortMonth(month) + " " + month.getYear();
    }

    private Table table() {
        List<Column> columns = new ArrayList<>();
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i <= attributes() && !texts.isEmpty(); i++) {
            if (shown(i)) {
                shown.add(i);
                columns.add(new Column("", headings[i], WORDS.contains(headings[i]) ? Kind.TEXT : Kind.CODE));
            }
        }
        int numbers = figures.isEmpty() ? 0 : figures.get(0).length;
        for (int i = 0; i < numbers; i++) {
            String heading = i == 0 ? words.text("total") : monthHeading(month(numbers - i));
            columns.add(new Column("", heading, Kind.NUMBER));
        }
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < figures.size(); row++) {
            String[] cells = texts.get(row);
            List<@Nullable Long> counts = new ArrayList<>();
            Arrays.stream(figures.get(row)).forEach(counts::add);
            rows.add(new Row(shown.stream().map(i -> cells[i]).toList(), counts, false));
        }
        return new Table(words.text("table"), columns, rows, words.text("empty"));
    }

    private Note method() {
        return new Note(words.text("method"), List.of(words.text("method.code", value("Release"))));
    }
}
