package fr.comptoir.server.customers;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.DatabaseSettings;
import fr.comptoir.model.site.ServerConfig.Database;
import fr.comptoir.operation.Site;
import fr.comptoir.server.counterapi.ApiKeys;
import fr.comptoir.server.counterapi.CounterApiSetup.Program;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.settings.PasswordFile;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the customers' database of the site and joins it with the rest. */
@Configuration(proxyBeanMethods = false)
public class CustomersSetup {
    /** The database of a site, as {@code comptoir.yml} names it. */
    public static CustomersDatabase open(Site site) throws IOException {
        return open(site, PasswordCost.USUAL);
    }

    /** As {@link #open(Site)}, with another cost of passwords. */
    public static CustomersDatabase open(Site site, PasswordCost cost) throws IOException {
        Optional<Database> named = site.config().server().database();
        DatabaseSettings settings = named.map(database -> DatabaseSettings.postgresql(
                        database.url(),
                        database.user(),
                        database.passwordFile().map(PasswordFile::read).orElse("")))
                .orElseGet(() -> DatabaseSettings.embedded(site.data()));
        return CustomersDatabase.open(settings, SiteSecret.of(site), site.clock(), cost.power());
    }

    /** The database with the institutions that the store knows by now; for a command beside the service, or without it. */
    public static CustomersDatabase openTogether(Site site, String program) throws IOException {
        QuietLogs.on();
        CustomersDatabase database = open(site);
        try (CustomersSync sync = new CustomersSync(site, database, new CurrentSite(site), program)) {
            sync.run();
            return database;
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Bean(destroyMethod = "close")
    CustomersDatabase customersDatabase(Site site, PasswordCost cost) throws IOException {
        return open(site, cost);
    }

    @Bean(destroyMethod = "close")
    CustomersSync customersSync(Site site, CustomersDatabase database, CurrentSite now, Program program)
            throws IOException {
        CustomersSync sync = new CustomersSync(site, database, now, program.name());
        sync.run();
        sync.start();
        return sync;
    }

    @Bean
    ApiKeys apiKeys(CustomersDatabase database) {
        return new KnownKeys(database.keys());
    }

    @Bean(destroyMethod = "close")
    HarvestRecorder harvestRecorder(CustomersDatabase database, Site site) {
        return new HarvestRecorder(database.harvests(), site.clock());
    }
}
