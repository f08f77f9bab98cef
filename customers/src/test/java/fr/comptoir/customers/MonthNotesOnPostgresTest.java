package fr.comptoir.customers;

class MonthNotesOnPostgresTest extends MonthNotesContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
