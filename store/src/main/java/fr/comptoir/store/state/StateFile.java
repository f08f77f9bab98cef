package fr.comptoir.store.state;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.json.JsonFile;
import fr.comptoir.store.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

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
        JsonObject node = JsonFile.read(file, Function.identity());
        int format = JsonFile.of(file, node, object -> object.number("format"));
        if (format > FORMAT) {
            throw new InputException(Problem.error(
                    file.toString(),
                    0,
                    "",
                    "this site was written by a newer Comptoir (format " + format + "; this one knows " + FORMAT
                            + ")"));
        }
        return JsonFile.of(file, node, StateFile::state);
    }

    /** Makes {@code state} the one in force. The state before stays readable beside it. */
    public static void write(DataFolder folder, State before, State state, Disk disk) throws IOException {
        disk.writeWhole(folder.previousState(), JsonFile.bytes(json(before)));
        disk.writeWhole(folder.state(), JsonFile.bytes(json(state)));
    }

    private static JsonObject json(State state) {
        JsonObject node = new JsonObject();
        node.put("format", FORMAT);
        node.put("next_run", state.nextRun());
        node.put("next_input", state.nextInput());
        node.put("catalogue", state.catalogue());
        node.put("institutions", state.institutions());
        state.robots()
                .ifPresent(list ->
                        node.putObject("robots").put("file", list.file()).put("hash", list.hash()));
        node.putObjects("months", state.months().values(), StateFile::month);
        return node;
    }

    private static State state(JsonObject node) {
        TreeMap<YearMonth, MonthState> months = new TreeMap<>();
        for (MonthState month : node.objects("months", StateFile::month)) {
            months.put(month.month(), month);
        }
        return new State(
                node.number("next_run"),
                node.number("next_input"),
                node.number("catalogue"),
                node.number("institutions"),
                node.optional("robots", list -> new RobotsList(list.text("file"), list.text("hash"))),
                months);
    }

    private static void month(JsonObject node, MonthState month) {
        node.put("month", month.month().toString());
        node.put("status", month.status().name());
        node.putObjects("actions", month.actions(), StateFile::file);
        if (!month.extractions().isEmpty()) {
            node.putObjects("extractions", month.extractions(), StateFile::file);
        }
        node.putObjects("retracted", month.retracted(), (entry, line) -> {
            entry.put("input", line.input());
            entry.put("line", line.line());
        });
        hours(node.putObject("hours"), month.hours());
        node.put("next_facts", month.nextFacts());
        month.counted().ifPresent(counted -> counted(node.putObject("counted"), counted));
        month.proposed().ifPresent(proposal -> restatement(node.putObject("proposed"), proposal));
        node.putObjects("restatements", month.restatements(), StateFile::restatement);
    }

    private static MonthState month(JsonObject node) {
        return new MonthState(
                YearMonth.parse(node.text("month")),
                MonthState.Status.valueOf(node.text("status")),
                node.objects("actions", StateFile::file),
                node.keys().contains("extractions") ? node.objects("extractions", StateFile::file) : List.of(),
                node.objects("retracted", line -> new RetractedLine(line.number("input"), line.number("line"))),
                hours(node.object("hours")),
                node.number("next_facts"),
                node.optional("counted", StateFile::counted),
                node.optional("proposed", StateFile::restatement),
                node.objects("restatements", StateFile::restatement));
    }

    private static void file(JsonObject entry, ActionFile file) {
        entry.put("run", file.run());
        entry.put("name", file.name());
        entry.put("rows", file.rows());
    }

    private static ActionFile file(JsonObject entry) {
        return new ActionFile(entry.number("run"), entry.text("name"), entry.large("rows"));
    }

    /** Hours as six hex digits a day: bit {@code h} for hour {@code h}. */
    static void hours(JsonObject node, Map<LocalDate, Integer> hours) {
        hours.forEach((day, bits) -> node.put(day.toString(), Integer.toHexString(bits)));
    }

    static SortedMap<LocalDate, Integer> hours(JsonObject node) {
        SortedMap<LocalDate, Integer> hours = new TreeMap<>();
        for (String day : node.keys()) {
            hours.put(LocalDate.parse(day), Integer.parseInt(node.text(day), 16));
        }
        return hours;
    }

    private static void counted(JsonObject node, Counted counted) {
        node.put("facts", counted.facts());
        node.put("at", counted.at().toString());
        node.put("actions", counted.actions());
        node.put("double_clicks", counted.doubleClicks());
        node.put("held", counted.held());
        versions(node.putObject("with"), counted.with());
    }

    private static Counted counted(JsonObject node) {
        return new Counted(
                node.number("facts"),
                Instant.parse(node.text("at")),
                node.large("actions"),
                node.large("double_clicks"),
                node.large("held"),
                versions(node.object("with")));
    }

    static void versions(JsonObject node, Versions versions) {
        node.put("catalogue", versions.catalogue());
        node.put("institutions", versions.institutions());
        node.put("robots", versions.robots());
        node.put("rules", versions.rules());
    }

    static Versions versions(JsonObject node) {
        return new Versions(node.text("catalogue"), node.text("institutions"), node.text("robots"), node.text("rules"));
    }

    private static void restatement(JsonObject node, Restatement restatement) {
        counted(node.putObject("counted"), restatement.counted());
        node.put("reason", restatement.reason());
        restatement.applied().ifPresent(applied -> {
            JsonObject entry = node.putObject("applied");
            counted(entry.putObject("before"), applied.before());
            entry.put("at", applied.at().toString());
        });
    }

    private static Restatement restatement(JsonObject node) {
        return new Restatement(
                counted(node.object("counted")),
                node.text("reason"),
                node.optional(
                        "applied",
                        applied -> new Restatement.Applied(
                                counted(applied.object("before")), Instant.parse(applied.text("at")))));
    }
}
