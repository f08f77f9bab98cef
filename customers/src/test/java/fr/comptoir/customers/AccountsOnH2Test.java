package fr.comptoir.customers;

class AccountsOnH2Test extends AccountsContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
