package fr.comptoir.customers;

class HarvestsOnPostgresTest extends HarvestsContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
