package fr.comptoir.customers;

class LogosOnH2Test extends LogosContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
