package fr.comptoir.customers;

class SharedLinksOnPostgresTest extends SharedLinksContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
