package fr.comptoir.customers;

class LogosOnPostgresTest extends LogosContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
