package fr.comptoir.customers;

class PackagePricesOnPostgresTest extends PackagePricesContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
