package fr.comptoir.store.state;

import static fr.comptoir.store.state.Json.large;
import static fr.comptoir.store.state.Json.number;
import static fr.comptoir.store.state.Json.text;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code state.json}: the state as JSON, replaced as a whole; its rename is the moment in which an operation happens. */
public final class StateFile {
    /** The format that this program writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    private StateFile() {}

    /**
     * Reads a state; a file that is not there is the empty state.
     *
     * @throws InputException when a newer program wrote it
     * @throws IOException when it cannot be read or is damaged
     */
    public static State read(Path file) throws IOException, InputException {
        if (!Files.exists(file)) {
            return State.EMPTY;
        }
        JsonNode node = Json.read(file, Function.identity());
        int format = node.path("format").asInt(0);
        if (format > FORMAT) {
            throw new InputException(Problem.error(
                    file.toString(),
                    0,
                    "",
                    "this site was written by a newer Comptoir (format " + format + "; this one knows " + FORMAT
                            + ")"));
        }
        return Json.of(file, node, StateFile::state);
    }

    /** Makes {@code state} the one in force. The state before stays readable beside it. */
    public static void write(DataFolder folder, State before, State state, Disk disk) throws IOException {
        disk.writeWhole(folder.previousState(), Json.bytes(json(before)));
        disk.writeWhole(folder.state(), Json.bytes(json(state)));
    }

    private static ObjectNode json(State state) {
        ObjectNode node = Json.object();
        node.put("format", FORMAT);
        node.put("next_run", state.nextRun());
        node.put("next_input", state.nextInput());
        node.put("catalogue", state.catalogue());
        node.put("institutions", state.institutions());
        state.robots()
                .ifPresent(list ->
                        node.putObject("robots").put("file", list.file()).put("hash", list.hash()));
        Json.list(node, "months", state.months().values(), StateFile::month);
        return node;
    }

    private static State state(JsonNode node) {
        TreeMap<YearMonth, MonthState> months = new TreeMap<>();
        for (MonthState month : Json.list(node, "months", StateFile::month)) {
            months.put(month.month(), month);
        }
        return new State(
                number(node, "next_run"),
                number(node, "next_input"),
                number(node, "catalogue"),
                number(node, "institutions"),
                Json.optional(node, "robots", list -> new RobotsList(text(list, "file"), text(list, "hash"))),
                months);
    }

    private static void month(ObjectNode node, MonthState month) {
        node.put("month", month.month().toString());
        node.put("status", month.status().name());
        Json.list(node, "actions", month.actions(), (entry, file) -> {
            entry.put("run", file.run());
            entry.put("name", file.name());
            entry.put("rows", file.rows());
        });
        Json.list(node, "retracted", month.retracted(), (entry, line) -> {
            entry.put("input", line.input());
            entry.put("line", line.line());
        });
        hours(node.putObject("hours"), month.hours());
        node.put("next_facts", month.nextFacts());
        month.counted().ifPresent(counted -> counted(node.putObject("counted"), counted));
        month.proposed().ifPresent(proposal -> restatement(node.putObject("proposed"), proposal));
        Json.list(node, "restatements", month.restatements(), StateFile::restatement);
    }

    private static MonthState month(JsonNode node) {
        return new MonthState(
                YearMonth.parse(text(node, "month")),
                MonthState.Status.valueOf(text(node, "status")),
                Json.list(
                        node,
                        "actions",
                        file -> new ActionFile(number(file, "run"), text(file, "name"), large(file, "rows"))),
                Json.list(node, "retracted", line -> new RetractedLine(number(line, "input"), number(line, "line"))),
                hours(Json.required(node, "hours")),
                number(node, "next_facts"),
                Json.optional(node, "counted", StateFile::counted),
                Json.optional(node, "proposed", StateFile::restatement),
                Json.list(node, "restatements", StateFile::restatement));
    }

    /** Hours as six hex digits a day: bit {@code h} for hour {@code h}. */
    static void hours(ObjectNode node, Map<LocalDate, Integer> hours) {
        hours.forEach((day, bits) -> node.put(day.toString(), Integer.toHexString(bits)));
    }

    static SortedMap<LocalDate, Integer> hours(JsonNode node) {
        SortedMap<LocalDate, Integer> hours = new TreeMap<>();
        node.properties()
                .forEach(day -> hours.put(
                        LocalDate.parse(day.getKey()),
                        Integer.parseInt(day.getValue().stringValue(), 16)));
        return hours;
    }

    private static void counted(ObjectNode node, Counted counted) {
        node.put("facts", counted.facts());
        node.put("at", counted.at().toString());
        node.put("actions", counted.actions());
        node.put("double_clicks", counted.doubleClicks());
        node.put("held", counted.held());
        versions(node.putObject("with"), counted.with());
    }

    private static Counted counted(JsonNode node) {
        return new Counted(
                number(node, "facts"),
                Instant.parse(text(node, "at")),
                large(node, "actions"),
                large(node, "double_clicks"),
                large(node, "held"),
                versions(Json.required(node, "with")));
    }

    static void versions(ObjectNode node, Versions versions) {
        node.put("catalogue", versions.catalogue());
        node.put("institutions", versions.institutions());
        node.put("robots", versions.robots());
        node.put("rules", versions.rules());
    }

    static Versions versions(JsonNode node) {
        return new Versions(
                text(node, "catalogue"), text(node, "institutions"), text(node, "robots"), text(node, "rules"));
    }

    private static void restatement(ObjectNode node, Restatement restatement) {
        counted(node.putObject("counted"), restatement.counted());
        node.put("reason", restatement.reason());
        restatement.applied().ifPresent(applied -> {
            ObjectNode entry = node.putObject("applied");
            counted(entry.putObject("before"), applied.before());
            entry.put("at", applied.at().toString());
        });
    }

    private static Restatement restatement(JsonNode node) {
        return new Restatement(
                counted(Json.required(node, "counted")),
                text(node, "reason"),
                Json.optional(
                        node,
                        "applied",
                        applied -> new Restatement.Applied(
                                counted(Json.required(applied, "before")), Instant.parse(text(applied, "at")))));
    }
}
