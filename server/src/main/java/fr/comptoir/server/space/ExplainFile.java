package fr.comptoir.server.space;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.operation.Explain;
import fr.comptoir.operation.view.FigureActions;
import fr.comptoir.operation.view.PanelFile;
import fr.comptoir.operation.view.SpreadsheetText;
import fr.comptoir.operation.view.View;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of an explanation for programs, in English words as on the command line: as CSV, UTF-8 with byte order mark, lines that end with
 * CR LF (RFC 4180), or as JSON.
 */
final class ExplainFile implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Writer out;

    private ExplainFile(Writer out) {
        this.out = out;
    }

    /** Begins a CSV file in place of what is there. */
    static ExplainFile create(Path file) throws IOException {
        ExplainFile begun = new ExplainFile(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        begun.out.write("\ufefftime,item,action,outcome,rule,counts,arrival,route,place\r\n");
        return begun;
    }

    void add(Explain.Line line) throws IOException {
        out.write(record(List.of(
                line.time(),
                line.item(),
                line.action(),
                line.outcome(),
                line.rule(),
                counts(line.counts()),
                line.arrival(),
                line.route().code(),
                PageTexts.place(line.place()))));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String record(List<String> cells) {
        return cells.stream()
                .map(SpreadsheetText::shielded)
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /**
     * What the page shows, with the lines of the same page; the stream is left open.
     *
     * @param names of items, by id
     */
    static void writeJson(
            View view,
            FigureActions figure,
            Explain.Answer answer,
            ExplainPage page,
            Map<String, String> names,
            OutputStream out)
            throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("customer_id", view.customer());
        json.put("release", view.release().code());
        json.put("month", figure.month().toString());
        if (!figure.isOfEverything()) {
            json.put(figure.isItem() ? "item" : "id", figure.of());
        }
        figure.metric().map(MetricType::code).ifPresent(code -> json.put("metric", code));
        PanelFile.putFilters(view, json);
        json.put("figures", answer.figures());
        json.put("sums", answer.sums());
        json.put("outcomes", answer.outcomes());
        json.put("lines_total", answer.total());
        json.put("page", page.number());
        json.put("lines", page.lines().stream().map(line -> json(line, names)).toList());
        out.write(JSON.writeValueAsBytes(json));
    }

    private static Map<String, Object> json(Explain.Line line, Map<String, String> names) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("time", line.time());
        json.put("item", line.item());
        json.put("name", names.get(line.item()));
        json.put("action", line.action());
        json.put("outcome", line.outcome());
        json.put("rule", line.rule());
        json.put("counts", line.counts());
        json.put("arrival", line.arrival());
        json.put("route", line.route().code());
        json.put("place", PageTexts.place(line.place()));
        return json;
    }
}
