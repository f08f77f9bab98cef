package fr.comptoir.cli;

import fr.comptoir.model.site.Problem;
import fr.comptoir.operation.Import;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comptoir import}: catalogue and institutions. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Adds or updates the catalogue or the institutions, and recounts the open months.",
        subcommands = {ImportCommand.Catalogue.class, ImportCommand.Institutions.class})
final class ImportCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "catalogue or institutions was expected");
    }

    /** What both kinds of import share. */
    abstract static class Kind implements Callable<Integer> {
        @Mixin
        SiteOption site = new SiteOption();

        @Option(names = "--replace", description = "The files are the whole truth: what they do not name is removed.")
        boolean replace;

        @Option(names = "--json", description = "Print the result as JSON.")
        boolean json;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
        CommandSpec spec;

        abstract Import.Result run(Bar bar) throws Exception;

        @Override
        public Integer call() throws Exception {
            PrintWriter out = spec.commandLine().getOut();
            PrintWriter err = spec.commandLine().getErr();
            Import.Result result;
            try (Bar bar = new Bar()) {
                result = run(bar);
            }
            for (Problem warning : result.warnings()) {
                err.println("warning: " + warning);
            }
            if (json) {
                Map<String, Object> value = new LinkedHashMap<>();
                value.put("read", result.read());
                value.put("known", result.known());
                value.put("warnings", result.warnings().size());
                value.put(
                        "recounted",
                        result.recounted().stream().map(Object::toString).toList());
                value.put("notes", result.notes());
                Json.print(out, value);
            } else {
                out.println(result.read() + (result.read() == 1 ? " row" : " rows") + " read; the site now knows "
                        + result.known());
                if (!result.recounted().isEmpty()) {
                    out.println("recounted: "
                            + String.join(
                                    ", ",
                                    result.recounted().stream()
                                            .map(Object::toString)
                                            .toList()));
                }
                result.notes().forEach(out::println);
            }
            return ExitStatus.DONE;
        }
    }

    /** {@code comptoir import catalogue FILE...}. */
    @Command(
            name = "catalogue",
            mixinStandardHelpOptions = true,
            description = "Imports catalogue.csv files, or KBART files as titles.")
    static final class Catalogue extends Kind {
        @Parameters(arity = "1..*", paramLabel = "FILE")
        List<Path> files = List.of();

        @Override
        Import.Result run(Bar bar) throws Exception {
            return Import.catalogue(
                    site.open(),
                    files,
                    replace,
                    Main.nameAndVersion(),
                    bar,
                    spec.commandLine().getErr()::println);
        }
    }

    /** {@code comptoir import institutions FILE.csv}. */
    @Command(
            name = "institutions",
            mixinStandardHelpOptions = true,
            description = "Imports institutions.csv: customers, their addresses and memberships.")
    static final class Institutions extends Kind {
        @Parameters(paramLabel = "FILE")
        @SuppressWarnings("NullAway.Init") // picocli demands it
        Path file;

        @Override
        Import.Result run(Bar bar) throws Exception {
            return Import.institutions(
                    site.open(),
                    file,
                    replace,
                    Main.nameAndVersion(),
                    bar,
                    spec.commandLine().getErr()::println);
        }
    }
}
