package fr.comptoir.customers;

import fr.comptoir.customers.base.CustomersException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** The schema and its steps, in {@code migration/V*.sql}. A step that was released is never changed. */
final class Schema {
    private static final String STEPS = "classpath:fr/comptoir/customers/migration";

    private Schema() {}

    static void migrate(DataSource source) {
        migrate(source, STEPS);
    }

    /** @param steps where they are */
    static void migrate(DataSource source, String... steps) {
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations(steps)
                .table("schema_step")
                .failOnMissingLocations(true)
                .load();
        refuseNewer(flyway);
        flyway.migrate();
    }

    private static void refuseNewer(Flyway flyway) {
        MigrationInfo current = flyway.info().current();
        MigrationVersion known = MigrationVersion.fromVersion("0");
        for (MigrationInfo step : flyway.info().all()) {
            if (step.getState().isResolved()
                    && step.getVersion() != null
                    && step.getVersion().compareTo(known) > 0) {
                known = step.getVersion();
            }
        }
        if (current != null
                && current.getVersion() != null
                && current.getVersion().compareTo(known) > 0) {
            throw new CustomersException("the customers' database has schema " + current.getVersion()
                    + ", which a newer program made; this program knows schema " + known
                    + ": start the newer program, or restore a backup that is older");
        }
    }
}
