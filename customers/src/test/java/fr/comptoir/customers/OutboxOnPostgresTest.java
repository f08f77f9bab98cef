package fr.comptoir.customers;

class OutboxOnPostgresTest extends OutboxContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
