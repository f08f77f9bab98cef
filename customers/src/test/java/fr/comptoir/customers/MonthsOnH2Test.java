package fr.comptoir.customers;

class MonthsOnH2Test extends MonthsContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
