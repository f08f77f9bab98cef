package fr.comptoir.cli;

import fr.comptoir.operation.AccessEvents;
import fr.comptoir.operation.Site;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comptoir events}: what counted, action by action, for ezMESURE and other programs. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Writes the actions of a month that counted as access events, for ezMESURE and other programs.")
final class EventsCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(paramLabel = "YYYY-MM", description = "The month.")
    @SuppressWarnings("NullAway.Init") // picocli demands it
    YearMonth month;

    @Mixin
    CustomerOption customer = new CustomerOption();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = {
                "Where to write, packed when the name ends in .gz; a folder, or the current one when absent: the file gets a name.",
                "- is standard output."
            })
    @Nullable
    String output;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Site opened = site.open();
        if (output != null && output.equals("-")) {
            OutputStream out = new StandardOutput(spec.commandLine().getOut());
            AccessEvents.write(opened, month, customer.id, out);
            return ExitStatus.DONE;
        }
        boolean folder = output == null || Folders.isFolder(output);
        Path target = Path.of(output == null ? "" : output);
        Path file = folder ? target.resolve(AccessEvents.fileName(opened, month, customer.id)) : target;
        long written = AccessEvents.write(opened, month, customer.id, file);
        spec.commandLine().getOut().println(file + ": " + written + " events");
        return ExitStatus.DONE;
    }
}
