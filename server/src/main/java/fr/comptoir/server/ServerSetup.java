package fr.comptoir.server;

import fr.comptoir.server.apidoc.ApiDocSetup;
import fr.comptoir.server.counterapi.CounterApiSetup;
import fr.comptoir.server.customers.CustomersSetup;
import fr.comptoir.server.directory.DirectorySetup;
import fr.comptoir.server.guide.GuideSetup;
import fr.comptoir.server.ingestion.IngestionSetup;
import fr.comptoir.server.months.MonthsSetup;
import fr.comptoir.server.proxy.ProxySetup;
import fr.comptoir.server.signin.SignInSetup;
import fr.comptoir.server.space.SpaceSetup;
import fr.comptoir.server.web.WebSetup;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Puts the service together. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({
    CustomersSetup.class,
    CounterApiSetup.class,
    TomcatSetup.class,
    ProxySetup.class,
    Security.class,
    WebSetup.class,
    MonthsSetup.class,
    SignInSetup.class,
    DirectorySetup.class,
    SpaceSetup.class,
    ApiDocSetup.class,
    GuideSetup.class,
    IngestionSetup.class
})
class ServerSetup {}
