package fr.comptoir.customers;

class CustomersOnPostgresTest extends CustomersContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
