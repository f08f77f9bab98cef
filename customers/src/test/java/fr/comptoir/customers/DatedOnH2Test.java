package fr.comptoir.customers;

class DatedOnH2Test extends DatedContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
