package fr.comptoir.cli;

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
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** Version and commit as the jar's manifest has them; "development" when run from classes. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"comptoir " + (version == null ? "development" : version)};
        }
    }
}
