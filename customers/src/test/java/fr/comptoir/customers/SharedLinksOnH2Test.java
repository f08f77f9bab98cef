package fr.comptoir.customers;

class SharedLinksOnH2Test extends SharedLinksContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
