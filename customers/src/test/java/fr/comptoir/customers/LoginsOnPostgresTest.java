package fr.comptoir.customers;

class LoginsOnPostgresTest extends LoginsContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
