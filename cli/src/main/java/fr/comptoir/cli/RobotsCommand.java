package fr.comptoir.cli;

import fr.comptoir.operation.RobotsList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comptoir robots}: which list is in force, and what another would change. */
@Command(
        name = "robots",
        mixinStandardHelpOptions = true,
        description =
                "Shows the robots list in force; with FILE, what that list would have dropped differently in a counted month.")
final class RobotsCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A list in the COUNTER-Robots form.")
    @Nullable
    Path file;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The month to compare on (default: the last counted).")
    @Nullable
    YearMonth month;

    @Option(names = "--apply", description = "Take FILE: what is counted from now on uses it.")
    boolean apply;

    @Option(names = "--json", description = "Print as JSON.")
    boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (apply && file == null) {
            throw new ParameterException(spec.commandLine(), "--apply needs FILE, the list to take");
        }
        PrintWriter out = spec.commandLine().getOut();
        RobotsList.Result result;
        try (Bar bar = new Bar()) {
            result = RobotsList.run(
                    site.open(),
                    file,
                    month,
                    apply,
                    Main.nameAndVersion(),
                    bar,
                    spec.commandLine().getErr()::println);
        }
        if (json) {
            Json.print(out, json(result));
            return ExitStatus.DONE;
        }
        out.println("in force: " + result.inForce());
        result.offered().ifPresent(list -> out.println("offered:  " + list));
        result.differences()
                .forEach(difference -> out.println((difference.dropped() ? "would drop   " : "would no more drop ")
                        + difference.lines() + " lines of the agent " + difference.agent() + " (pattern \""
                        + difference.pattern() + "\")"));
        result.notes().forEach(out::println);
        return ExitStatus.DONE;
    }

    private static Map<String, Object> json(RobotsList.Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("in_force", result.inForce().values());
        result.offered().ifPresent(list -> json.put("offered", list.values()));
        json.put(
                "differences",
                result.differences().stream()
                        .map(difference -> Map.of(
                                "agent", difference.agent(),
                                "pattern", difference.pattern(),
                                "dropped", difference.dropped(),
                                "lines", difference.lines()))
                        .toList());
        json.put("notes", result.notes());
        return json;
    }
}
