package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.model.action.BytesTable;
import fr.comptoir.model.catalogue.Institutions;
import java.util.Arrays;

/** The customers of each value of the log's organisation field, in the period last asked for. Not thread-safe. */
final class OrganisationVerdicts {
    private static final int NO_PERIOD = Integer.MIN_VALUE;

    final BytesTable table;
    private final Institutions institutions;
    private final Texts organisations;
    private final Texts customers;
    private int[] organisationNumbers = new int[64];
    private int[] periods = new int[64];
    private int[] customerNumbers = new int[64];

    /**
     * @param organisations gives numbers to values
     * @param customers gives numbers to sets of customers
     */
    OrganisationVerdicts(Institutions institutions, Texts organisations, Texts customers, long seed) {
        this.institutions = institutions;
        this.organisations = organisations;
        this.customers = customers;
        this.table = new BytesTable(seed);
    }

    /** The number of a value here, given now if it has none yet. */
    int number(byte[] bytes, int from, int to) {
        long hash = table.hash(bytes, from, to);
        int number = table.find(bytes, from, to, hash);
        if (number >= 0) {
            return number;
        }
        number = table.add(bytes, from, to, hash);
        if (number == periods.length) {
            organisationNumbers = Arrays.copyOf(organisationNumbers, 2 * number);
            periods = Arrays.copyOf(periods, 2 * number);
            customerNumbers = Arrays.copyOf(customerNumbers, 2 * number);
        }
        organisationNumbers[number] = organisations.number(new String(bytes, from, to - from, UTF_8));
        periods[number] = NO_PERIOD;
        return number;
    }

    /** The number of the text in the dictionary of organisations. */
    int organisation(int number) {
        return organisationNumbers[number];
    }

    /** The number of the set of customers of that value on that day; 0, the empty set, when no institution has it. */
    int customers(int number, int day, int period) {
        if (periods[number] != period) {
            periods[number] = period;
            customerNumbers[number] =
                    customers.number(institutions.byOrganisation(organisations.text(organisationNumbers[number]), day));
        }
        return customerNumbers[number];
    }
}
