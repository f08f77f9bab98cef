package fr.comptoir.cli;

import fr.comptoir.operation.InitSite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comptoir init DIR}: a new site folder. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Makes a new site folder with a commented comptoir.yml.")
final class InitCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The new folder (default: that of --site).")
    @Nullable
    Path folder;

    @Option(
            names = "--from",
            paramLabel = "LOG",
            description = "A log whose format is recognised and written into comptoir.yml.")
    @Nullable
    Path log;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        InitSite.Result result = InitSite.run(folder == null ? site.folder() : folder, Optional.ofNullable(log));
        out.println(result.file() + " is written");
        result.notes().forEach(out::println);
        out.println(
                "next: say in it how your pages are named, then import the catalogue and the institutions and count a log");
        return ExitStatus.DONE;
    }
}
