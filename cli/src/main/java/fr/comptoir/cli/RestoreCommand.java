package fr.comptoir.cli;

import fr.comptoir.operation.Restore;
import fr.comptoir.operation.Site;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comptoir restore FILE}: the site of a backup, in an empty folder. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Makes a site again from what comptoir backup wrote, in an empty folder or a new one.")
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(paramLabel = "FILE", description = "What comptoir backup wrote.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Restore.Result restored = Restore.run(file, site.folder());
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %d files, %,d bytes, as they were at %s (%s)",
                        site.folder(),
                        restored.files(),
                        restored.bytes(),
                        restored.at(),
                        restored.program()));
        if (!restored.embedded()) {
            spec.commandLine()
                    .getErr()
                    .println("warning: customers, accounts and keys were in PostgreSQL and are not in this file");
        }
        Site opened = site.open();
        opened.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        return ExitStatus.DONE;
    }
}
