package fr.comptoir.customers;

class TokensOnPostgresTest extends TokensContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
