package fr.comptoir.operation;

import fr.comptoir.ingest.input.Content;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.read.ExplainedLine;
import fr.comptoir.ingest.read.LineExplainer;
import fr.comptoir.ingest.robot.RobotPattern;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lines of the raw logs that named the target and were excluded, where the logs are still at hand; and which are not. */
final class ExcludedLines {
    private final Site site;
    private final Store store;
    private final Target target;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();

    ExcludedLines(Site site, Store store, Target target, Progress progress) {
        this.site = site;
        this.store = store;
        this.target = target;
        this.progress = progress;
    }

    /** What a person should know about what was not listed. */
    List<String> notes() {
        return notes;
    }

    List<Explanation> read() throws IOException, InputException {
        if (target.itemIds().isEmpty()) {
            notes.add("excluded lines (robots, statuses) are listed for one item, title or database only");
            return List.of();
        }
        List<Explanation> lines = new ArrayList<>();
        List<InputRecord> inputs = RawLogs.inputs(store.runs().all(store.state()), target.month());
        Reading reading = Reading.of(site, store, store.state());
        LineExplainer explainer = new LineExplainer(reading.rules());
        String robotsList = reading.robots().date();
        int done = 0;
        for (InputRecord input : inputs) {
            progress.step("reading logs", done++, inputs.size());
            if (input.path().isEmpty() || !Files.isRegularFile(Path.of(input.path()))) {
                notes.add(input.name() + " is no longer at hand: its excluded lines (robots, statuses) are not listed");
                continue;
            }
            try (Content content =
                    Content.open(new Input(input.name(), Path.of(input.path())), InputStream.nullInputStream())) {
                explainer.explain(
                        content, this::isWanted, Integer.MAX_VALUE, line -> add(lines, input, line, robotsList));
            }
        }
        return lines;
    }

    private boolean isWanted(String item) {
        return !item.isEmpty() && target.concerns(item, ActionKind.REQUEST);
    }

    private void add(List<Explanation> lines, InputRecord input, ExplainedLine line, String robotsList) {
        ZoneId zone = site.config().platform().timeZone();
        boolean listedByTheEngine =
                line.outcome() == LineOutcome.ACTION || line.outcome() == LineOutcome.HELD_UNKNOWN_ITEM;
        Instant time = line.time().orElse(Instant.EPOCH);
        boolean ofMonth = YearMonth.from(time.atZone(zone)).equals(target.month());
        if (listedByTheEngine || !ofMonth || !Explain.belongs(line.customers(), target.customer())) {
            return;
        }
        lines.add(new Explanation(
                time.toEpochMilli(),
                line.item(),
                line.method() + " " + line.path(),
                line.outcome().code(),
                rule(line, robotsList),
                Map.of(),
                input.name() + ":" + line.line()));
    }

    private static String rule(ExplainedLine line, String robotsList) {
        return switch (line.outcome()) {
            case EXCLUDED_STATUS -> "status " + line.status();
            case EXCLUDED_METHOD -> "method " + line.method();
            case EXCLUDED_NOT_CONTENT -> "page rule " + line.pageRule();
            case EXCLUDED_ROBOT ->
                "robot: pattern \"" + line.robot().map(RobotPattern::pattern).orElse("") + "\", list of " + robotsList;
            case MALFORMED, HELD_UNKNOWN_ITEM, ACTION -> line.outcome().code();
        };
    }
}
