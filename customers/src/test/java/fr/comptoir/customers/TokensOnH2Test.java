package fr.comptoir.customers;

class TokensOnH2Test extends TokensContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
