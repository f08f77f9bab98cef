package fr.comptoir.cli;

import fr.comptoir.demo.DemoOptions;
import fr.comptoir.demo.DemoSite;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.operation.CountLogs;
import fr.comptoir.operation.Import;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.Months;
import fr.comptoir.operation.Site;
import fr.comptoir.store.disk.Disk;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code comptoir demo}: a believable site from a seed, counted. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Makes an example site (catalogue, institutions, months of logs), counts it, writes its reports and serves it.")
final class DemoCommand implements Callable<Integer> {
    private static final String WORLD = "0000000000000000";
    /** A book of the demonstration that is read chapter by chapter and whole. */
    private static final String EXPLAINED = "plankton";

    @Option(
            names = {"--dir", "--site"},
            paramLabel = "DIR",
            defaultValue = "comptoir-demo",
            description = "Where (default: comptoir-demo).")
    Path folder = Path.of("comptoir-demo");

    @Option(
            names = "--months",
            paramLabel = "N",
            defaultValue = "26",
            description = "Months of logs, up to the last whole one (default: 26).")
    int months = 26;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed makes another site (default: 1).")
    long seed = 1;

    @Option(names = "--no-serve", description = "Do not serve the site afterwards.")
    boolean noServe;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "Where to serve (default: 8080).")
    int port = 8080;

    @Option(names = "--json", description = "Print the ledger as JSON.")
    boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (months < 1) {
            throw new ParameterException(spec.commandLine(), "--months must be 1 or more, not " + months);
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Clock clock = Clock.system(ZoneOffset.UTC);
        clear(folder, out);
        DemoOptions options = DemoOptions.in(folder, clock).withMonths(months).withSeed(seed);
        CountLogs.Result result;
        DemoSite.Written written;
        Site site;
        try (Bar bar = new Bar()) {
            DemoSite demo = new DemoSite(options);
            long[] lines = {0};
            written = demo.write(more -> {
                lines[0] += more;
                bar.step("writing logs", lines[0], Math.max(lines[0], demo.linesExpected()));
            });
            site = Site.open(folder, clock);
            Import.institutions(site, written.institutions(), true, Main.nameAndVersion(), bar, err::println);
            Import.catalogue(site, List.of(written.catalogue()), true, Main.nameAndVersion(), bar, err::println);
            result = new DemoHistory(site, options, bar, err::println).happen(written.logs());
        }
        Path reports = writeReports(site, options);
        if (json) {
            Json.print(out, CountCommand.json(result));
            return ExitStatus.DONE;
        }
        out.println("the site: " + folder.toAbsolutePath());
        CountCommand.print(out, result);
        out.println();
        MonthsCommand.print(out, Months.list(site), false);
        out.println();
        out.println("reports: " + reports.toAbsolutePath());
        out.println("next: comptoir report TR --site " + folder + " --customer " + firstCustomer(site) + " --begin "
                + options.lastMonth() + " --end " + options.lastMonth() + " --format tsv");
        out.println("and:  comptoir explain TR --site " + folder + " --customer " + firstCustomer(site) + " --month "
                + options.lastMonth() + " --title " + EXPLAINED);
        if (!noServe) {
            out.println();
            out.println("accounts, to sign in with on the pages:");
            DemoAccounts.make(site, written.catalogue(), options.firstMonth(), options.outage())
                    .forEach(line -> out.println("  " + line));
            out.println();
            ServeCommand.serve(site, port, out, spec.commandLine().getErr());
        }
        return ExitStatus.DONE;
    }

    /** Another site is never touched; an earlier demonstration makes way for the new one. */
    private static void clear(Path folder, PrintWriter out) throws Exception {
        Path configuration = folder.resolve("comptoir.yml");
        if (!Files.exists(configuration)) {
            return;
        }
        if (!DemoSite.isIn(folder)) {
            throw new InputException(Problem.error(
                    configuration.toString(), 0, "", "is not the demonstration's: choose another folder with --dir"));
        }
        out.println(folder + " has an earlier demonstration, which is made anew");
        Disk disk = new Disk();
        for (String part : List.of("data", "logs", "reports")) {
            disk.delete(folder.resolve(part));
        }
    }

    private static Path writeReports(Site site, DemoOptions options) throws Exception {
        Path reports = Files.createDirectories(options.folder().resolve("reports"));
        Map<String, String> period = new LinkedHashMap<>();
        period.put("begin_date", options.firstMonth().toString());
        period.put("end_date", options.lastMonth().toString());
        for (String customer : List.of(firstCustomer(site), WORLD)) {
            for (String release : List.of("5", "5.1")) {
                for (String report : List.of("PR", "DR", "TR", "IR")) {
                    for (String format : List.of("json", "tsv")) {
                        Map<String, String> parameters = new LinkedHashMap<>(period);
                        if (report.equals("TR")) {
                            parameters.put("attributes_to_show", "YOP|Access_Type|Access_Method");
                        }
                        MakeReport make = MakeReport.prepare(site, report, customer, release, format, parameters)
                                .inLanguage("en", Main.nameAndVersion());
                        make.write(reports.resolve(make.fileName()));
                    }
                }
            }
        }
        return reports;
    }

    private static String firstCustomer(Site site) throws Exception {
        return site.institutions().get(0).customerId();
    }
}
