package fr.comptoir.operation;

import fr.comptoir.ingest.input.Content;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.page.Documents;
import fr.comptoir.ingest.read.ExplainedLine;
import fr.comptoir.ingest.read.LineExplainer;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows how the first lines of a log are read with the site's format, page rules, robots and catalogue. Counts nothing. */
public final class CheckLog {
    private static final int LINES = 10;

    private CheckLog() {}

    /**
     * One line.
     *
     * @param text how it is named: method and path, or the beginning of a malformed line
     * @param values what was read in it and where it ends, by name
     */
    public record Line(int number, String text, Map<String, Object> values) {}

    public static List<Line> run(Site site, Path log) throws InputException, IOException {
        if (!Files.isRegularFile(log)) {
            throw new InputException(Problem.error(log.toString(), 0, "", "there is no such file"));
        }
        List<Line> lines = new ArrayList<>();
        try (Store store = Store.openForReading(site.data());
                Content content = Content.open(new Input(log.toString(), log), InputStream.nullInputStream())) {
            LineExplainer explainer =
                    new LineExplainer(Reading.forChecking(site, store).rules());
            explainer.explain(content, item -> true, LINES, line -> lines.add(line(line)));
        }
        return lines;
    }

    private static Line line(ExplainedLine line) {
        Map<String, Object> values = new LinkedHashMap<>();
        line.time().ifPresent(time -> values.put("time", time.toString()));
        put(values, "method", line.method());
        put(values, "path", line.path());
        if (line.status() >= 0) {
            values.put("status", line.status());
        }
        put(values, "user agent", line.agent());
        put(values, "page rule", line.pageRule());
        put(values, "item", line.item());
        put(values, "databases", String.join(", ", line.databases()));
        line.kind().ifPresent(kind -> values.put("action", kind.code()));
        line.extraction().ifPresent(documents -> values.put("extraction", text(documents)));
        line.robot().ifPresent(robot -> values.put("robot", robot.pattern()));
        put(values, "customers", line.customers());
        put(values, "way of arrival", line.arrival());
        put(values, "route of access", line.route().code());
        values.put("ends as", line.outcome().code());
        put(values, "because", line.fault());
        String text = line.text().isEmpty() ? line.method() + " " + line.path() : line.text();
        return new Line(line.line(), text, values);
    }

    private static String text(Documents documents) {
        return documents.count()
                + (documents.count() == 1 ? " document" : " documents")
                + (documents.assumed() ? " (assumed)" : "");
    }

    private static void put(Map<String, Object> values, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }
}
