package fr.comptoir.customers;

class CustomersOnH2Test extends CustomersContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
