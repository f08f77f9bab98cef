package fr.comptoir.customers;

class HarvestsOnH2Test extends HarvestsContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
