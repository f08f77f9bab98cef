package fr.comptoir.server.customers;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.operation.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the customers' database as it is at one moment, also while the service has it open. */
public final class CustomersBackup {
    private CustomersBackup() {}

    /**
     * Writes the copy.
     *
     * @param file in the site's data: the program that has the database open writes it
     * @return false for PostgreSQL, and when the site has no customers' database yet
     */
    public static boolean write(Site site, Path file) throws IOException {
        boolean embedded = site.config().server().database().isEmpty();
        if (!embedded || !Files.exists(site.data().resolve("customers").resolve("customers.mv.db"))) {
            return false;
        }
        QuietLogs.on();
        try (CustomersDatabase database = CustomersSetup.open(site)) {
            database.backup(file);
            return true;
        }
    }
}
