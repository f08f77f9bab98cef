package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.operation.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts these pages together. */
@Configuration(proxyBeanMethods = false)
@Import({
    BelongingsController.class,
    PackagesController.class,
    ExchangeController.class,
    RangesController.class,
    WhoseController.class
})
public class DirectorySetup {
    @Bean(destroyMethod = "close")
    RangeEffects rangeEffects(Site site, CustomersDatabase database) {
        return new RangeEffects(site, database);
    }
}
