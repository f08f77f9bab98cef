package fr.comptoir.customers;

class MonthsOnPostgresTest extends MonthsContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
