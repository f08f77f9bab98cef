package fr.comptoir.cli;

import fr.comptoir.operation.Backup;
import fr.comptoir.operation.Site;
import fr.comptoir.server.customers.CustomersBackup;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comptoir backup FILE}: all of a site in one file, also while it is served. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes comptoir.yml and data/ with the customers' database into one file, also while the site is"
                + " served. The file has the secrets of the site.")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Site opened = site.open();
        boolean[] embedded = new boolean[1];
        Backup.Result written = Backup.write(
                opened,
                file,
                Main.nameAndVersion(),
                copy -> {
                    embedded[0] = CustomersBackup.write(opened, copy);
                    return embedded[0];
                },
                spec.commandLine().getErr()::println);
        spec.commandLine()
                .getOut()
                .println(String.format(Locale.ROOT, "%s: %d files, %,d bytes", file, written.files(), written.bytes()));
        if (!embedded[0]) {
            spec.commandLine()
                    .getErr()
                    .println("warning: customers, accounts and keys are in PostgreSQL; back them up with pg_dump");
        }
        return ExitStatus.DONE;
    }
}
