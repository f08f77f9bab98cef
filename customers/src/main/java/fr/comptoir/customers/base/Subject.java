package fr.comptoir.customers.base;

/**
 * What a change is about.
 *
 * @param kind its kind
 * @param id a customer_id, an account's e-mail address, the number of a key, ...
 */
public record Subject(Kind kind, String id) {
    public enum Kind {
        CUSTOMER,
        PACKAGE,
        KEY,
        ACCOUNT
    }

    public static Subject customer(String customerId) {
        return new Subject(Kind.CUSTOMER, customerId);
    }
}
