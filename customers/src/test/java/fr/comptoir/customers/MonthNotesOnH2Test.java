package fr.comptoir.customers;

class MonthNotesOnH2Test extends MonthNotesContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
