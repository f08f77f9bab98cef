package fr.comptoir.customers;

class DatedOnPostgresTest extends DatedContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
