package fr.comptoir.customers;

class PackagePricesOnH2Test extends PackagePricesContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
