package fr.comptoir.server.ingestion;

import fr.comptoir.operation.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts these pages together. */
@Configuration(proxyBeanMethods = false)
@Import({IngestionController.class, RobotsController.class})
public class IngestionSetup {
    @Bean(destroyMethod = "close")
    RobotComparisons robotComparisons(Site site) {
        return new RobotComparisons(site);
    }
}
