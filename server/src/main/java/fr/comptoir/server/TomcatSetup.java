package fr.comptoir.server;

import fr.comptoir.server.proxy.TrustedProxies;
import org.apache.catalina.core.StandardHost;
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
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(TrustedProxies proxies) {
        return factory -> {
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("relaxedQueryChars", RELAXED);
                connector.setXpoweredBy(false);
            });
            factory.addContextValves(new BodyLimit(proxies::trusts));
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(BareErrors.class.getName());
                }
            });
        };
    }
}
