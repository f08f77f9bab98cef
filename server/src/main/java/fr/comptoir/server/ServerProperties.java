package fr.comptoir.server;

import fr.comptoir.model.site.ServerConfig;
import fr.comptoir.model.site.ServerConfig.Tls;
import fr.comptoir.server.settings.PasswordFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Says to Spring Boot what {@code comptoir.yml} says. */
final class ServerProperties {
    /** How many requests are answered at a time; {@link BodyLimit} keeps some of them for those without a body. */
    static final int THREADS = 100;

    private ServerProperties() {}

    static Map<String, Object> of(ServerConfig config, int port) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", port);
        config.address().ifPresent(address -> properties.put("server.address", address));
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
        properties.put("server.error.whitelabel.enabled", "false");
        properties.put("server.server-header", "");
        properties.put("server.tomcat.threads.max", THREADS);
        properties.put("server.tomcat.connection-timeout", "20s");
        properties.put("server.max-http-request-header-size", "64KB");
        // As many as go into an address: that there are too many is said by the page, with the way back.
        properties.put("server.tomcat.max-parameter-count", "20000");
        properties.put("server.tomcat.max-http-form-post-size", "2MB");
        properties.put("spring.servlet.multipart.max-file-size", "20MB");
        properties.put("spring.servlet.multipart.max-request-size", "20MB");
        // Else the page that says that a file is too large would read it.
        properties.put("spring.servlet.multipart.resolve-lazily", "true");
        properties.put("server.forward-headers-strategy", "none");
        properties.put("server.servlet.session.timeout", "30m");
        properties.put("server.servlet.session.cookie.same-site", "lax");
        properties.put("server.servlet.session.cookie.http-only", "true");
        properties.put("server.servlet.session.tracking-modes", "cookie");
        properties.put("server.servlet.session.cookie.name", "session");
        config.url()
                .filter(url -> url.startsWith("https:"))
                .ifPresent(url -> properties.put("server.servlet.session.cookie.secure", "true"));
        // Else each link of each page would be looked for among the files of all libraries.
        properties.put("spring.mvc.static-path-pattern", "/app/**");
        properties.put("spring.web.resources.static-locations", "classpath:/static/app/");
        properties.put("spring.web.resources.chain.strategy.content.enabled", "true");
        properties.put("spring.web.resources.chain.strategy.content.paths", "/**");
        properties.put("spring.web.resources.cache.cachecontrol.max-age", "1h");
        // The API compresses its reports itself; this is for pages, scripts and files of figures.
        properties.put("server.compression.enabled", "true");
        properties.put("server.compression.mime-types", "text/html,text/css,text/csv,text/javascript,image/svg+xml");
        properties.put("management.endpoints.web.base-path", "/manage");
        properties.put("management.endpoints.web.exposure.include", "health,prometheus");
        properties.put("management.endpoint.health.probes.enabled", "true");
        properties.put("management.endpoint.health.show-details", "never");
        // There are more routes than the hundred that are measured otherwise.
        properties.put("management.metrics.web.server.max-uri-tags", "1000");
        // Most of the time that a page takes is that of its expressions.
        properties.put("spring.thymeleaf.enable-spring-el-compiler", "true");
        properties.put("spring.main.log-startup-info", "false");
        properties.put("spring.jmx.enabled", "false");
        // What a client sends wrong is its matter: it must not fill the log.
        properties.put("spring.mvc.log-resolved-exception", "false");
        properties.put("logging.level.root", "warn");
        properties.put("logging.level.fr.comptoir", "info");
        // Says at each start that the embedded database is newer than the last one it was tried with.
        properties.put("logging.level.org.flywaydb", "error");
        properties.put("logging.structured.format.console", "ecs");
        config.tls().ifPresent(tls -> tls(tls, properties));
        return properties;
    }

    private static void tls(Tls tls, Map<String, Object> properties) {
        String file = uri(tls.certificate());
        String name = file.toLowerCase(Locale.ROOT);
        boolean store = name.endsWith(".p12") || name.endsWith(".pfx");
        properties.put("server.ssl.enabled", "true");
        if (store) {
            properties.put("server.ssl.key-store", file);
            properties.put("server.ssl.key-store-type", "PKCS12");
        } else {
            properties.put("server.ssl.certificate", file);
            tls.key().ifPresent(key -> properties.put("server.ssl.certificate-private-key", uri(key)));
        }
        tls.passwordFile()
                .ifPresent(password -> properties.put(
                        store ? "server.ssl.key-store-password" : "server.ssl.certificate-private-key-password",
                        PasswordFile.read(password)));
    }

    private static String uri(Path file) {
        return file.toUri().toString();
    }
}
