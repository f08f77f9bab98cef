package fr.comptoir.customers;

class KeysOnPostgresTest extends KeysContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
