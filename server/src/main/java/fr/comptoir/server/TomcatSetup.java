package fr.comptoir.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Tomcat does before a request reaches anything of ours. */
@Configuration(proxyBeanMethods = false)
class TomcatSetup {
    /** Lists are written with a bare {@code |} by many harvesters, though it should be {@code %7C}. */
    private static final String RELAXED = "|{}[]\\^`\"<>";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat() {
        return factory -> {
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("relaxedQueryChars", RELAXED);
                connector.setXpoweredBy(false);
            });
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(JsonErrors.class.getName());
                }
            });
        };
    }

    /** Requests that are no HTTP, or fail outside of all pages, are answered in JSON and without a word of the program's inside. */
    public static final class JsonErrors extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType("application/problem+json");
                String title = status < 500 ? "The request cannot be answered" : "The service failed";
                response.getOutputStream()
                        .write(("{\"title\":\"" + title + "\",\"status\":" + status + "}")
                                .getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException e) {
                // The client is gone; there is nobody left to tell.
                return;
            }
        }
    }
}
