package fr.comptoir.store.state;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.json.JsonFile;
import fr.comptoir.store.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** {@code runs/run-<n>.json}: the record of each run, written before the state that counts it and never changed. */
public final class RunFiles {
    private final DataFolder folder;
    private final Disk disk;

    public RunFiles(DataFolder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Writes the record of the run that is about to be committed. */
    public void write(RunRecord run) throws IOException {
        disk.makeFolder(folder.runs());
        disk.writeWhole(folder.run(run.number()), JsonFile.bytes(json(run)));
    }

    public RunRecord read(int number) throws IOException {
        return JsonFile.read(folder.run(number), RunFiles::run);
    }

    /** Every run of {@code state}, the oldest first. */
    public List<RunRecord> all(State state) throws IOException {
        List<RunRecord> runs = new ArrayList<>();
        for (int number = 1; number < state.nextRun(); number++) {
            runs.add(read(number));
        }
        return runs;
    }

    private static JsonObject json(RunRecord run) {
        JsonObject node = new JsonObject();
        node.put("number", run.number());
        node.put("started", run.started().toString());
        node.put("finished", run.finished().toString());
        node.put("program", run.program());
        node.put("operation", run.command().operation());
        node.putTexts("arguments", run.command().arguments());
        node.putObjects("files", run.command().files(), RunFiles::file);
        StateFile.versions(node.putObject("with"), run.with());
        ledger(node.putObject("ledger"), run.ledger());
        node.putObjects("inputs", run.inputs(), RunFiles::input);
        if (!run.malformed().isEmpty()) {
            node.putObjects("malformed", run.malformed(), RunFiles::malformed);
        }
        node.putObjects("unmatched", run.unmatched(), (entry, path) -> {
            path.month().ifPresent(month -> entry.put("month", month.toString()));
            entry.put("path", path.path());
            entry.put("lines", path.lines());
        });
        if (!run.robots().isEmpty()) {
            node.putObjects("robots", run.robots(), (entry, robot) -> {
                entry.put("month", robot.month().toString());
                entry.put("pattern", robot.pattern());
                entry.put("lines", robot.lines());
            });
        }
        if (!run.otherSites().isEmpty()) {
            node.putObjects("other_sites", run.otherSites(), (entry, site) -> {
                entry.put("host", site.host());
                entry.put("actions", site.actions());
            });
        }
        return node;
    }

    private static RunRecord run(JsonObject node) {
        return new RunRecord(
                node.number("number"),
                Instant.parse(node.text("started")),
                Instant.parse(node.text("finished")),
                node.text("program"),
                command(node),
                StateFile.versions(node.object("with")),
                node.objects("inputs", RunFiles::input),
                ledger(node.object("ledger")),
                node.keys().contains("malformed") ? node.objects("malformed", RunFiles::malformed) : List.of(),
                node.objects("unmatched", RunFiles::unmatched),
                robots(node),
                otherSites(node));
    }

    private static void malformed(JsonObject node, RunRecord.MalformedLines lines) {
        node.put("input", lines.input());
        node.put("kind", lines.kind());
        node.put("part", lines.part());
        node.put("lines", lines.lines());
        node.put("first", lines.first());
        node.put("last", lines.last());
    }

    private static RunRecord.MalformedLines malformed(JsonObject node) {
        return new RunRecord.MalformedLines(
                node.number("input"),
                node.text("kind"),
                node.text("part"),
                node.large("lines"),
                node.number("first"),
                node.number("last"));
    }

    private static RunRecord.UnmatchedPath unmatched(JsonObject node) {
        return new RunRecord.UnmatchedPath(
                node.optionalText("month").map(YearMonth::parse), node.text("path"), node.large("lines"));
    }

    private static List<RunRecord.RobotHit> robots(JsonObject node) {
        return node.keys().contains("robots")
                ? node.objects(
                        "robots",
                        robot -> new RunRecord.RobotHit(
                                YearMonth.parse(robot.text("month")), robot.text("pattern"), robot.large("lines")))
                : List.of();
    }

    private static List<RunRecord.OtherSite> otherSites(JsonObject node) {
        return node.keys().contains("other_sites")
                ? node.objects("other_sites", site -> new RunRecord.OtherSite(site.text("host"), site.large("actions")))
                : List.of();
    }

    /** Records of programs that did not keep it have the inputs only. */
    private static Command command(JsonObject node) {
        if (node.optionalText("operation").isEmpty()) {
            boolean read = !node.objects("inputs", RunFiles::input).isEmpty();
            return Command.of(read ? Command.COUNT : "", List.of());
        }
        return new Command(node.text("operation"), node.texts("arguments"), node.objects("files", RunFiles::file));
    }

    private static void file(JsonObject node, Command.ReadFile file) {
        node.put("name", file.name());
        node.put("path", file.path());
        node.put("bytes", file.bytes());
        node.put("sha256", file.sha256());
    }

    private static Command.ReadFile file(JsonObject node) {
        return new Command.ReadFile(node.text("name"), node.text("path"), node.large("bytes"), node.text("sha256"));
    }

    private static void input(JsonObject node, InputRecord input) {
        node.put("number", input.number());
        node.put("name", input.name());
        node.put("path", input.path());
        node.put("bytes", input.bytes());
        node.put("content_hash", input.contentHash());
        node.put("head_hash", input.headHash());
        input.continues().ifPresent(earlier -> node.put("continues", earlier));
        node.put("first_line", input.firstLine());
        input.tail().ifPresent(tail -> tail(node.putObject("tail"), tail));
        input.retraction().ifPresent(retraction -> {
            JsonObject entry = node.putObject("retraction");
            entry.put("input", retraction.input());
            tail(entry.putObject("tail"), retraction.tail());
        });
        ledger(node.putObject("ledger"), input.ledger());
        JsonObject days = node.putObject("days");
        input.days().forEach((day, ledger) -> ledger(days.putObject(day.toString()), ledger));
        StateFile.hours(node.putObject("hours"), input.hours());
    }

    private static InputRecord input(JsonObject node) {
        TreeMap<LocalDate, Ledger> days = new TreeMap<>();
        JsonObject ledgers = node.object("days");
        for (String day : ledgers.keys()) {
            days.put(LocalDate.parse(day), ledger(ledgers.object(day)));
        }
        return new InputRecord(
                node.number("number"),
                node.text("name"),
                node.text("path"),
                node.large("bytes"),
                node.text("content_hash"),
                node.text("head_hash"),
                node.optionalNumber("continues"),
                node.number("first_line"),
                node.optional("tail", RunFiles::tail),
                node.optional(
                        "retraction",
                        entry -> new InputRecord.Retraction(entry.number("input"), tail(entry.object("tail")))),
                ledger(node.object("ledger")),
                days,
                StateFile.hours(node.object("hours")));
    }

    private static void tail(JsonObject node, InputRecord.Tail tail) {
        node.put("offset", tail.offset());
        node.put("line", tail.line());
        node.put("outcome", tail.outcome().code());
        tail.day().ifPresent(day -> node.put("day", day.toString()));
    }

    private static InputRecord.Tail tail(JsonObject node) {
        Optional<LocalDate> day = node.optionalText("day").map(LocalDate::parse);
        return new InputRecord.Tail(node.large("offset"), node.number("line"), outcome(node.text("outcome")), day);
    }

    private static LineOutcome outcome(String code) {
        for (LineOutcome outcome : LineOutcome.values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no line ends as \"" + code + "\"");
    }

    private static void ledger(JsonObject node, Ledger ledger) {
        for (LineOutcome outcome : LineOutcome.values()) {
            node.put(outcome.code(), ledger.count(outcome));
        }
    }

    private static Ledger ledger(JsonObject node) {
        Ledger ledger = new Ledger();
        for (LineOutcome outcome : LineOutcome.values()) {
            ledger.add(outcome, node.large(outcome.code()));
        }
        return ledger;
    }
}
