package fr.comptoir.customers;

class InstitutionExchangeOnH2Test extends InstitutionExchangeContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.h2();
    }
}
