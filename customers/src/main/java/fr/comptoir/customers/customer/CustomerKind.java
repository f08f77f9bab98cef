package fr.comptoir.customers.customer;

/** What a customer is. */
public enum CustomerKind {
    INSTITUTION,
    /** Its figures are those of its members. */
    CONSORTIUM,
    /** Sees the usage of its own titles. */
    PUBLISHER
}
