package fr.comptoir.server.directory;

import fr.comptoir.customers.base.Texts;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.customer.CustomerKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer with all that belongs to it, as a file has it. What a file does not name stays as it is.
 *
 * @param kind null when the file does not say it
 * @param fields those that the file names
 * @param listed whether it is in the public list; null when the file does not say it
 * @param ranges its ranges, one a line with days, label and note; null when the file has none of them
 * @param lists of those that the file names, one entry a line with its days
 */
record CustomerRow(
        String customerId,
        @Nullable CustomerKind kind,
        Map<CustomerField, String> fields,
        @Nullable Boolean listed,
        @Nullable String ranges,
        Map<BelongingList, String> lists) {
    static final String CUSTOMER_ID = "customer_id";
    static final String KIND = "kind";
    static final String LISTED = "listed";
    static final String RANGES = "ip_ranges";
    static final Map<BelongingList, String> LISTS = Map.of(
            BelongingList.MEMBERSHIPS, "member_of",
            BelongingList.PARENTS, "parents",
            BelongingList.ORGANISATIONS, "organisations",
            BelongingList.PUBLISHERS, "publishers",
            BelongingList.FEDERATION, "federation");

    /** Whether a column, in small letters, is read. */
    static boolean isColumn(String name) {
        return Set.of(CUSTOMER_ID, KIND, LISTED, RANGES).contains(name)
                || LISTS.containsValue(name)
                || Arrays.stream(CustomerField.values())
                        .anyMatch(field -> field.key().equals(name));
    }

    CustomerRow {
        fields = Map.copyOf(fields);
        lists = Map.copyOf(lists);
    }

    /** Without what opens the reports. */
    CustomerRow withoutRequestor() {
        Map<CustomerField, String> others = new EnumMap<>(CustomerField.class);
        others.putAll(fields);
        others.remove(CustomerField.REQUESTOR_ID);
        return new CustomerRow(customerId, kind, others, listed, ranges, lists);
    }

    /** The customer with what this names, and the rest as before. */
    Customer over(Customer before) {
        Map<CustomerField, String> all = new EnumMap<>(before.fields());
        all.putAll(fields);
        return new Customer(
                before.customerId(),
                kind == null ? before.kind() : kind,
                all,
                listed == null ? before.listed() : listed,
                before.version(),
                before.changedAt(),
                before.withdrawnAt());
    }

    /**
     * What a file says.
     *
     * @param unread the names of columns that are none, in the order of the file, some of them if they are very many; what is in them changes nothing
     */
    record Read(List<CustomerRow> rows, List<String> unread) {
        private static final int NAMES_MAX = 50;
        private static final int NAME_MAX = 100;

        static Read of(List<CustomerRow> rows, Collection<String> unread) {
            return new Read(
                    rows,
                    unread.stream()
                            .limit(NAMES_MAX)
                            .map(name -> Texts.harmless(name, NAME_MAX))
                            .toList());
        }
    }

    /** Where in a file something is: a line, or a customer of a list. */
    record Place(String key, long number) {
        static Place line(long number) {
            return new Place("exchange.at.line", number);
        }

        static Place customer(long number) {
            return new Place("exchange.at.customer", number);
        }
    }

    /** A file that is not read. */
    static final class UnreadableFileException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String key;
        private final transient List<Object> values;

        /** @param key of the sentence; the values are texts, numbers and {@link Place}s */
        UnreadableFileException(String key, Object... values) {
            super(key);
            this.key = key;
            this.values = List.of(values);
        }

        String key() {
            return key;
        }

        List<Object> values() {
            return values;
        }
    }
}
