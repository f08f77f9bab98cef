package fr.comptoir.customers;

class AccountsOnPostgresTest extends AccountsContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
