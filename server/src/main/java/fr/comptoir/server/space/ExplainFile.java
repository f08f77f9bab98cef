package fr.comptoir.server.space;

import fr.comptoir.operation.Explain;
import fr.comptoir.operation.view.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of an explanation as CSV: UTF-8 with byte order mark, lines that end with CR LF (RFC 4180), words in English as on the command line. */
final class ExplainFile {
    private ExplainFile() {}

    static void write(Explain.Answer answer, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("\ufefftime,item,action,outcome,rule,counts,arrival,route,place\r\n");
        for (Explain.Line line : answer.lines()) {
            text.append(record(List.of(
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
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
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
}
