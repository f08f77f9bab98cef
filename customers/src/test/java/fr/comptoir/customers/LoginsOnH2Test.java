package fr.comptoir.customers;

class LoginsOnH2Test extends LoginsContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
