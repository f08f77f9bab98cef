package fr.comptoir.server;

import fr.comptoir.server.counterapi.ApiKeys;
import fr.comptoir.server.counterapi.CounterApiSetup;
import fr.comptoir.server.counterapi.Harvests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Puts the service together. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({CounterApiSetup.class, TomcatSetup.class, Security.class})
class ServerSetup {
    private static final Logger HARVESTS = LoggerFactory.getLogger("fr.comptoir.harvest");

    @Bean
    ApiKeys apiKeys() {
        return ApiKeys.NONE;
    }

    @Bean
    Harvests harvests() {
        return new Harvests(
                one -> HARVESTS.atInfo()
                        .addKeyValue("release", one.release())
                        .addKeyValue("asked", one.kind() + " " + one.report())
                        .addKeyValue("customer", one.customer())
                        .addKeyValue("status", one.status())
                        .addKeyValue("exceptions", one.exceptions())
                        .addKeyValue("milliseconds", one.milliseconds())
                        .log("harvest"),
                System::nanoTime);
    }
}
