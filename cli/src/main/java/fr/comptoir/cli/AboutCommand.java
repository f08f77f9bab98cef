package fr.comptoir.cli;

import fr.comptoir.operation.AboutPlatform;
import fr.comptoir.operation.Site;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code comptoir about}: the page that tells how the platform's usage is counted. */
@Command(
        name = "about",
        mixinStandardHelpOptions = true,
        description = "Writes a page that says what is counted, which reports there are, and what never occurs.")
final class AboutCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = "--language",
            defaultValue = "en",
            paramLabel = "fr|en",
            description = "Language of the page (default: en).")
    String language = "en";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = {
                "Where to write; - or absent is standard output.",
                "In a folder the file is named platform_about_language.html."
            })
    @Nullable
    String output;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Site opened = site.open();
        String code = language.toLowerCase(Locale.ROOT);
        if (output == null || output.equals("-")) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(AboutPlatform.page(opened, code));
            out.flush();
            return ExitStatus.DONE;
        }
        boolean folder = Folders.isFolder(output);
        Path file = folder ? Path.of(output, AboutPlatform.fileName(opened, code)) : Path.of(output);
        AboutPlatform.write(opened, code, file);
        if (folder) {
            spec.commandLine().getOut().println(file);
        }
        return ExitStatus.DONE;
    }
}
