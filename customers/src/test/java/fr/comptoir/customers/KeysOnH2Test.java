package fr.comptoir.customers;

class KeysOnH2Test extends KeysContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
