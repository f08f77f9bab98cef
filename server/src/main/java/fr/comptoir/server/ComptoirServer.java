package fr.comptoir.server;

import fr.comptoir.customers.EmbeddedClosing;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.ServerConfig;
import fr.comptoir.operation.Site;
import fr.comptoir.server.counterapi.CounterApiSetup.Program;
import fr.comptoir.server.customers.PasswordCost;
import fr.comptoir.server.months.Chores;
import fr.comptoir.server.settings.Patience;
import fr.comptoir.server.web.FirstAdministrator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** The running service of one site. */
public final class ComptoirServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Site site;
    private final ServingLock lock;

    private ComptoirServer(ConfigurableApplicationContext context, Site site, ServingLock lock) {
        this.context = context;
        this.site = site;
        this.lock = lock;
    }

    /**
     * Starts to serve a site; returns once requests are answered.
     *
     * @param port 0 for any that is free
     * @param program name and version of the program, for provenance
     * @param stopped called once when the service has stopped, by itself or because the program was told to
     * @throws InputException when another serves this site already, or the port is taken
     */
    public static ComptoirServer start(Site site, int port, String program, Runnable stopped)
            throws InputException, IOException {
        return start(site, port, program, PasswordCost.USUAL, stopped);
    }

    /** As {@link #start(Site, int, String, Runnable)}, with another cost of passwords: tests have no quarter of a second for each. */
    public static ComptoirServer start(Site site, int port, String program, PasswordCost cost, Runnable stopped)
            throws InputException, IOException {
        return start(site, port, program, cost, Patience.USUAL, stopped);
    }

    /** The same, with another patience with what pages ask for. */
    public static ComptoirServer start(
            Site site, int port, String program, PasswordCost cost, Patience patience, Runnable stopped)
            throws InputException, IOException {
        ServingLock lock = ServingLock.take(site);
        try {
            return new ComptoirServer(run(site, port, program, cost, patience, stopped), site, lock);
        } catch (PortInUseException e) {
            lock.close();
            throw new InputException(
                    Problem.error("serve", 0, "--port", port + " is taken by another program; choose another port"));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static ConfigurableApplicationContext run(
            Site site, int port, String program, PasswordCost cost, Patience patience, Runnable stopped) {
        if (site.config().server().database().isEmpty()) {
            // These run when the service has ended: what is answered until then needs the database.
            SpringApplication.getShutdownHandlers().add(EmbeddedClosing.taken());
        }
        Map<String, Object> properties =
                new LinkedHashMap<>(ServerProperties.of(site.config().server(), port));
        SpringApplicationBuilder builder = new SpringApplicationBuilder(ServerSetup.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(true)
                .properties(properties)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(Site.class, () -> site);
                    beans.registerBean(PasswordCost.class, () -> cost);
                    beans.registerBean(Patience.class, () -> patience);
                    beans.registerBean(Program.class, () -> new Program(program));
                    beans.addApplicationListener(event -> {
                        if (event instanceof ContextClosedEvent) {
                            stopped.run();
                        }
                    });
                });
        return builder.run();
    }

    /** The port on which it listens. */
    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /** Address under which the service is reached: the one of {@code comptoir.yml}, else the one on this machine. */
    public String address() {
        ServerConfig server = site.config().server();
        String scheme = server.tls().isPresent() ? "https" : "http";
        return server.url().orElse(scheme + "://localhost:" + port());
    }

    /** Where the first platform administrator comes in; empty when there is one. The address is a secret, to be shown once. */
    public Optional<String> firstAdministratorAddress() {
        return context.getBean(FirstAdministrator.class).path().map(path -> address() + path);
    }

    /**
     * Does now, on this thread, what the service would do by itself and is due by the site's clock.
     *
     * @param kinds of chores, by the names of their threads; none for all
     */
    public void doWhatIsDue(String... kinds) {
        context.getBeansOfType(Chores.class).values().stream()
                .filter(chores -> kinds.length == 0 || List.of(kinds).contains(chores.name()))
                .forEach(Chores::tick);
    }

    /**
     * From now on does no more of these by itself: who looks at pages on a small machine has no processor for reports that nobody asks for.
     *
     * @param kinds of chores, by the names of their threads
     */
    public void leaveUndone(String... kinds) {
        context.getBeansOfType(Chores.class).values().stream()
                .filter(chores -> List.of(kinds).contains(chores.name()))
                .forEach(Chores::close);
    }

    /** Stops after the requests that are being answered. */
    @Override
    public void close() throws IOException {
        context.close();
        lock.close();
    }
}
