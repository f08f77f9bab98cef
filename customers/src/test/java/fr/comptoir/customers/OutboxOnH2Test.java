package fr.comptoir.customers;

class OutboxOnH2Test extends OutboxContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
