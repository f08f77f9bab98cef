package fr.comptoir.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program {@code comptoir}: reads its arguments and ends with the command's exit status. */
@Command(
        name = "comptoir",
        description = "Counts usage of scholarly content by the COUNTER Code of Practice.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Runnable {
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("demo", DemoCommand.class);
        COMMANDS.put("init", InitCommand.class);
        COMMANDS.put("import", ImportCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("count", CountCommand.class);
        COMMANDS.put("report", ReportCommand.class);
        COMMANDS.put("validate", ValidateCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("annual", AnnualCommand.class);
        COMMANDS.put("explain", ExplainCommand.class);
        COMMANDS.put("events", EventsCommand.class);
        COMMANDS.put("about", AboutCommand.class);
        COMMANDS.put("months", MonthsCommand.class);
        COMMANDS.put("recount", RecountCommand.class);
        COMMANDS.put("close", CloseCommand.class);
        COMMANDS.put("serve", ServeCommand.class);
        COMMANDS.put("key", KeyCommand.class);
        COMMANDS.put("robots", RobotsCommand.class);
        COMMANDS.put("backup", BackupCommand.class);
        COMMANDS.put("restore", RestoreCommand.class);
    }

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        Output standard = new Output(new FileOutputStream(FileDescriptor.out), Path.of("/proc/self/fd/1"));
        PrintWriter out = new ByteOutput(standard);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = run(out, err, args);
        out.flush();
        int told = standard.status(status, err);
        err.flush();
        System.exit(told);
    }

    /** Runs one command in this process and gives its exit status; what it prints goes to {@code out} and {@code err}. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine program = program(args)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(YearMonth.class, new MonthConverter())
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler(new Failures());
        try {
            return program.execute(args);
        } catch (OutOfMemoryError full) {
            err.println(
                    "comptoir: the heap is full; COMPTOIR_JAVA_OPTS=-Xmx2g gives it 2 GiB (" + full.getMessage() + ")");
            return ExitStatus.FAILURE;
        } catch (Error failure) {
            err.println("comptoir: an error in the program; please report it with what follows");
            failure.printStackTrace(err);
            return ExitStatus.FAILURE;
        }
    }

    /** Only the command that is asked for is described to picocli: to describe them all takes a tenth of a second. */
    private static CommandLine program(String... args) {
        CommandLine program = new CommandLine(new Main());
        Class<?> asked = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (asked != null) {
            program.addSubcommand(args[0], asked);
        } else {
            COMMANDS.forEach(program::addSubcommand);
        }
        return program;
    }

    /** Name and version as run records keep them, whether a command ran or the service. */
    static String nameAndVersion() {
        return "Comptoir " + version();
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command was expected");
    }

    /** Version as the jar's manifest has it; "development" when run from classes. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"comptoir " + version()};
        }
    }
}
