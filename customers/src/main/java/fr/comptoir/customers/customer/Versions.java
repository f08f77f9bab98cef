package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;

/** The versions of customers, by which two editors never overwrite each other. */
final class Versions {
    private final Database database;

    Versions(Database database) {
        this.database = database;
    }

    boolean exists(String customerId) {
        return database.sql("select count(*) from customer where customer_id = :customer")
                        .param("customer", customerId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether the version was still the one that was read; it is the next one now, and the row is locked until the transaction ends. */
    boolean raise(String customerId, int version) {
        return database.sql("""
                                update customer set version = version + 1, changed_at = :now
                                where customer_id = :customer and version = :version""")
                        .param("now", Columns.at(database.now()))
                        .param("customer", customerId)
                        .param("version", version)
                        .update()
                == 1;
    }
}
