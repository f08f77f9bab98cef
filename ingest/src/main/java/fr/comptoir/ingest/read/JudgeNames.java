package fr.comptoir.ingest.read;

import fr.comptoir.model.action.BytesTable;
import fr.comptoir.model.net.IpAddress;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What one judge keeps from line to line, and the numbers in its rows stand for: items, agents, addresses, organisations and sets
 * of customers. Bounded: between two pieces of a log it forgets all when it has become large. Not thread-safe.
 */
final class JudgeNames {
    static final int STRINGS_MAX = 1 << 19;
    static final int BYTES_MAX = 48 << 20;

    final ItemVerdicts items;
    final AgentVerdicts agents;
    final AddressVerdicts addresses;
    final OrganisationVerdicts organisations;
    private final Texts customerTexts = new Texts();
    private final Texts organisationTexts = new Texts();
    private final JudgeRules rules;
    private int epoch;
    private int itemsTold;
    private int addressesTold;
    private int organisationsTold;
    private int customersTold;

    JudgeNames(JudgeRules rules) {
        this.rules = rules;
        long seed = rules.hash().of("table");
        items = new ItemVerdicts(rules.catalogue(), seed);
        agents = new AgentVerdicts(rules.robots(), rules.hash(), seed);
        addresses = new AddressVerdicts(rules, customerTexts, seed);
        organisations = new OrganisationVerdicts(rules.institutions(), organisationTexts, customerTexts, seed);
    }

    /** What is new since it was asked last: texts and hashes in the order of their numbers. */
    static final class News {
        /** Changes when all was forgotten: then numbers begin again. */
        final int epoch;

        /** Those that the catalogue does not know. */
        final List<String> items;

        final List<String> organisations;
        final List<String> customers;
        /** Three longs for each address: keyed hash, hash of the /48 and of the /64 network. */
        final long[] addresses;

        private News(
                int epoch, List<String> items, List<String> organisations, List<String> customers, long[] addresses) {
            this.epoch = epoch;
            this.items = items;
            this.organisations = organisations;
            this.customers = customers;
            this.addresses = addresses;
        }
    }

    News news() {
        News news = new News(
                epoch,
                since(itemsTold, items.unknown.size(), items::unknown),
                since(organisationsTold, organisationTexts.size(), organisationTexts::text),
                since(customersTold, customerTexts.size(), customerTexts::text),
                newAddresses());
        itemsTold = items.unknown.size();
        addressesTold = addresses.table.size();
        organisationsTold = organisationTexts.size();
        customersTold = customerTexts.size();
        return news;
    }

    /** The text of a set of customers. */
    String customers(int number) {
        return customerTexts.text(number);
    }

    /** The text of an organisation. */
    String organisation(int number) {
        return organisationTexts.text(number);
    }

    /** The keyed hash of the address {@code number - 1}; 0 for none. */
    long addressHash(int number) {
        return number == 0 ? 0 : addresses.hash(number - 1);
    }

    /** The keyed hash of the network of an address; 0 for IPv4 and for none. */
    long network(int number, int bits) {
        if (number == 0 || !isIpv6(number - 1)) {
            return 0;
        }
        return rules.hash().ofNetwork(addresses.high(number - 1), bits);
    }

    private boolean isIpv6(int number) {
        return addresses.isAddress(number) && !IpAddress.isIpv4(addresses.high(number), addresses.low(number));
    }

    /** To be called when no row with these numbers will follow. */
    void forgetWhenLarge() {
        if (isLarge(items.unknown)
                || isLarge(agents.table)
                || isLarge(addresses.table)
                || isLarge(organisations.table)) {
            forget();
        }
    }

    void forget() {
        items.unknown.clear();
        agents.table.clear();
        addresses.table.clear();
        organisations.table.clear();
        organisationTexts.clear();
        customerTexts.clear();
        itemsTold = 0;
        addressesTold = 0;
        organisationsTold = 0;
        customersTold = 0;
        epoch++;
    }

    static boolean isLarge(BytesTable table) {
        return table.size() > STRINGS_MAX || table.bytesUsed() > BYTES_MAX;
    }

    private long[] newAddresses() {
        long[] hashes = new long[3 * (addresses.table.size() - addressesTold)];
        for (int number = addressesTold; number < addresses.table.size(); number++) {
            int at = 3 * (number - addressesTold);
            hashes[at] = addresses.hash(number);
            if (isIpv6(number)) {
                hashes[at + 1] = rules.hash().ofNetwork(addresses.high(number), 48);
                hashes[at + 2] = rules.hash().ofNetwork(addresses.high(number), 64);
            }
        }
        return hashes;
    }

    private static List<String> since(int told, int size, IntFunction<String> text) {
        return IntStream.range(told, size).mapToObj(text).toList();
    }
}
