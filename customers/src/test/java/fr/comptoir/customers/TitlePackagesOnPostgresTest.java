package fr.comptoir.customers;

class TitlePackagesOnPostgresTest extends TitlePackagesContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
