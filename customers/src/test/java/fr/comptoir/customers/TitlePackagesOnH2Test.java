package fr.comptoir.customers;

class TitlePackagesOnH2Test extends TitlePackagesContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
