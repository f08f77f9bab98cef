package fr.comptoir.cli;

import fr.comptoir.operation.Site;
import fr.comptoir.server.ComptoirServer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code comptoir serve}: the service of a site, until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the site: the COUNTER API of both releases, and its pages. Stops with Ctrl-C or SIGTERM.")
final class ServeCommand implements Callable<Integer> {
    private static final int PORT_MAX = 65535;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Where to listen (default: 8080); 0 is any free port.")
    int port = 8080;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > PORT_MAX) {
            throw new ParameterException(spec.commandLine(), "--port must be from 0 to 65535, not " + port);
        }
        serve(site.open(), port, spec.commandLine().getOut(), spec.commandLine().getErr());
        return ExitStatus.DONE;
    }

    /** An institution that may ask by its requestor_id, to try the API with. */
    private static String example(Site site) throws Exception {
        return site.institutions().stream()
                .filter(institution -> !institution.requestorId().isEmpty())
                .findFirst()
                .map(one -> one.customerId() + "&requestor_id=" + one.requestorId())
                .orElse("...&api_key=... (comptoir key make --customer ...)");
    }

    /** Serves until the program is told to stop. */
    static void serve(Site site, int port, PrintWriter out, PrintWriter err) throws Exception {
        site.warnings().forEach(warning -> err.println("warning: " + warning));
        CountDownLatch stopped = new CountDownLatch(1);
        try (ComptoirServer server = ComptoirServer.start(site, port, Main.nameAndVersion(), stopped::countDown)) {
            out.println("serving " + site.config().platform().name() + " at " + server.address());
            String who = "?customer_id=" + example(site);
            out.println("COUNTER API, Release 5.1: " + server.address() + "/r51/reports" + who);
            out.println("COUNTER API, Release 5:   " + server.address() + "/reports" + who);
            server.firstAdministratorAddress()
                    .ifPresent(address ->
                            out.println("there is no administrator yet; make the first one, once, at " + address));
            out.flush();
            stopped.await();
        }
    }
}
