package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.ingest.format.Field;
import fr.comptoir.ingest.format.LineFields;
import fr.comptoir.ingest.format.LineReader;
import fr.comptoir.ingest.input.Content;
import fr.comptoir.ingest.page.PageRules;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.model.site.InputException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Goes through an input again and says of its lines why they ended where they did, by the same judge that counts. Not thread-safe. */
public final class LineExplainer {
    private static final int PIECE_BYTES = 1 << 18;

    private final JudgeRules rules;
    private final LineJudge judge;
    private final RowBuffers buffers = new RowBuffers();

    public LineExplainer(JudgeRules rules) {
        this.rules = rules;
        judge = new LineJudge(rules, BatchWriter.effects(rules.pages()));
    }

    /**
     * Explains the lines of a content in order.
     *
     * @param wanted which item a line must name, or which database; a line without any is asked about with {@code ""}
     * @param linesMax stops after so many explained lines
     */
    public void explain(Content content, Predicate<String> wanted, int linesMax, Consumer<ExplainedLine> out)
            throws IOException, InputException {
        LineReader reader = rules.format().newReader();
        Watcher watcher = new Watcher(wanted, linesMax, reader, out);
        PieceJudge pieceJudge = new PieceJudge(rules.format(), judge, watcher, buffers);
        StreamPieces pieces = new StreamPieces(content);
        Piece piece = new Piece(PIECE_BYTES);
        InputPart all = InputPart.whole(1);
        while (watcher.left > 0 && pieces.next(piece)) {
            PieceResult result = pieceJudge.judge(piece, reader, all, 0);
            watcher.linesBefore += result.lines;
            buffers.giveBack(result.rows);
            judge.names.forgetWhenLarge();
        }
    }

    private final class Watcher implements LineWatcher {
        private final Predicate<String> wanted;
        private final LineReader reader;
        private final Consumer<ExplainedLine> out;
        private int left;
        private int linesBefore;

        Watcher(Predicate<String> wanted, int linesMax, LineReader reader, Consumer<ExplainedLine> out) {
            this.wanted = wanted;
            this.reader = reader;
            this.left = linesMax;
            this.out = out;
        }

        @Override
        public boolean needsSettled() {
            return true;
        }

        @Override
        public void readable(int line, LineJudge by, LineFields fields, LineOutcome outcome) {
            if (left == 0) {
                return;
            }
            List<String> databases = by.isSearch() ? List.copyOf(by.databases(fields)) : List.of();
            if (databases.stream().anyMatch(wanted) || wanted.test(by.itemText())) {
                left--;
                out.accept(explained(linesBefore + line, by, fields, outcome, databases));
            }
        }

        @Override
        public void malformed(int line, byte[] bytes, int from, int to) {
            if (left > 0 && wanted.test("")) {
                left--;
                out.accept(new ExplainedLine(
                        linesBefore + line,
                        LineOutcome.MALFORMED,
                        Optional.empty(),
                        "",
                        "",
                        -1,
                        "",
                        "",
                        "",
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        AccessRoute.NOT_RECORDED,
                        new String(bytes, from, to - from, UTF_8),
                        // of a line that was cut nobody knows what its end had
                        to - from < Piece.OVERLONG_KEPT ? reader.faultText(bytes, from, to) : ""));
            }
        }
    }

    private ExplainedLine explained(
            int line, LineJudge by, LineFields fields, LineOutcome outcome, List<String> databases) {
        boolean isAction = outcome == LineOutcome.ACTION || outcome == LineOutcome.HELD_UNKNOWN_ITEM;
        return new ExplainedLine(
                line,
                outcome,
                Optional.of(Instant.ofEpochMilli(fields.time)),
                fields.text(Field.METHOD),
                fields.text(Field.PATH),
                fields.status,
                fields.text(Field.USER_AGENT),
                by.rule() == PageRules.NONE ? "" : rules.pages().describe(by.rule()),
                by.itemText(),
                databases,
                Optional.ofNullable(by.kind()),
                outcome == LineOutcome.EXCLUDED_NOT_CONTENT ? by.extraction(fields) : Optional.empty(),
                by.robot() == AgentVerdicts.NOT_A_ROBOT
                        ? Optional.empty()
                        : Optional.of(rules.robots().patterns().get(by.robot() - 1)),
                by.customers(fields),
                isAction ? rules.arrivals().ways().get(by.arrival()) : "",
                isAction ? by.route() : AccessRoute.NOT_RECORDED,
                "",
                "");
    }
}
