package fr.comptoir.customers;

class InstitutionExchangeOnPostgresTest extends InstitutionExchangeContract {
    @Override
    DatabaseSettings settings() {
        return TestDatabases.postgres();
    }
}
