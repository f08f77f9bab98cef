package fr.comptoir.ingest.read;

/** Translates the numbers in one judge's rows to those of the batch being filled, until the judge forgets. Not thread-safe. */
final class JudgeMaps {
    final int epoch;
    final NameMap unknownItems = new NameMap();
    final NameMap customers = new NameMap();
    final NameMap organisations = new NameMap();
    final AddressMap addresses = new AddressMap();
    private int batch = -1;

    JudgeMaps(int epoch) {
        this.epoch = epoch;
    }

    void add(JudgeNames.News news) {
        unknownItems.add(news.items);
        customers.add(news.customers);
        organisations.add(news.organisations);
        addresses.add(news.addresses);
    }

    /** Sees to it that numbers are those of that batch. */
    void useFor(int batchNumber) {
        if (batch != batchNumber) {
            unknownItems.forgetNumbers();
            customers.forgetNumbers();
            organisations.forgetNumbers();
            addresses.forgetNumbers();
            batch = batchNumber;
        }
    }
}
