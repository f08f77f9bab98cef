package fr.comptoir.store.state;

import static fr.comptoir.store.state.Json.large;
import static fr.comptoir.store.state.Json.number;
import static fr.comptoir.store.state.Json.text;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
        disk.writeWhole(folder.run(run.number()), Json.bytes(json(run)));
    }

    public RunRecord read(int number) throws IOException {
        return Json.read(folder.run(number), RunFiles::run);
    }

    /** Every run of {@code state}, the oldest first. */
    public List<RunRecord> all(State state) throws IOException {
        List<RunRecord> runs = new ArrayList<>();
        for (int number = 1; number < state.nextRun(); number++) {
            runs.add(read(number));
        }
        return runs;
    }

    private static ObjectNode json(RunRecord run) {
        ObjectNode node = Json.object();
        node.put("number", run.number());
        node.put("started", run.started().toString());
        node.put("finished", run.finished().toString());
        node.put("program", run.program());
        StateFile.versions(node.putObject("with"), run.with());
        ledger(node.putObject("ledger"), run.ledger());
        Json.list(node, "inputs", run.inputs(), RunFiles::input);
        Json.list(node, "unmatched", run.unmatched(), (entry, path) -> {
            entry.put("path", path.path());
            entry.put("lines", path.lines());
        });
        return node;
    }

    private static RunRecord run(JsonNode node) {
        return new RunRecord(
                number(node, "number"),
                Instant.parse(text(node, "started")),
                Instant.parse(text(node, "finished")),
                text(node, "program"),
                StateFile.versions(Json.required(node, "with")),
                Json.list(node, "inputs", RunFiles::input),
                ledger(Json.required(node, "ledger")),
                Json.list(
                        node,
                        "unmatched",
                        path -> new RunRecord.UnmatchedPath(text(path, "path"), large(path, "lines"))));
    }

    private static void input(ObjectNode node, InputRecord input) {
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
            ObjectNode entry = node.putObject("retraction");
            entry.put("input", retraction.input());
            tail(entry.putObject("tail"), retraction.tail());
        });
        ledger(node.putObject("ledger"), input.ledger());
        ObjectNode days = node.putObject("days");
        input.days().forEach((day, ledger) -> ledger(days.putObject(day.toString()), ledger));
        StateFile.hours(node.putObject("hours"), input.hours());
    }

    private static InputRecord input(JsonNode node) {
        TreeMap<LocalDate, Ledger> days = new TreeMap<>();
        Json.required(node, "days")
                .properties()
                .forEach(day -> days.put(LocalDate.parse(day.getKey()), ledger(day.getValue())));
        return new InputRecord(
                number(node, "number"),
                text(node, "name"),
                text(node, "path"),
                large(node, "bytes"),
                text(node, "content_hash"),
                text(node, "head_hash"),
                Json.optional(node, "continues", JsonNode::intValue),
                number(node, "first_line"),
                Json.optional(node, "tail", RunFiles::tail),
                Json.optional(
                        node,
                        "retraction",
                        entry ->
                                new InputRecord.Retraction(number(entry, "input"), tail(Json.required(entry, "tail")))),
                ledger(Json.required(node, "ledger")),
                days,
                StateFile.hours(Json.required(node, "hours")));
    }

    private static void tail(ObjectNode node, InputRecord.Tail tail) {
        node.put("offset", tail.offset());
        node.put("line", tail.line());
        node.put("outcome", tail.outcome().code());
        tail.day().ifPresent(day -> node.put("day", day.toString()));
    }

    private static InputRecord.Tail tail(JsonNode node) {
        Optional<LocalDate> day = Json.optional(node, "day", value -> LocalDate.parse(value.stringValue()));
        return new InputRecord.Tail(large(node, "offset"), number(node, "line"), outcome(text(node, "outcome")), day);
    }

    private static LineOutcome outcome(String code) {
        for (LineOutcome outcome : LineOutcome.values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no line ends as \"" + code + "\"");
    }

    private static void ledger(ObjectNode node, Ledger ledger) {
        for (LineOutcome outcome : LineOutcome.values()) {
            node.put(outcome.code(), ledger.count(outcome));
        }
    }

    private static Ledger ledger(JsonNode node) {
        Ledger ledger = new Ledger();
        for (LineOutcome outcome : LineOutcome.values()) {
            ledger.add(outcome, large(node, outcome.code()));
        }
        return ledger;
    }
}
