package fr.comptoir.customers.account;

/** What an account may do; what each opens is decided where it is asked for. */
public enum Role {
    /** Everything, of every customer. */
    PLATFORM_ADMINISTRATOR(false),
    /** Keeps one institution: its addresses, keys and people. */
    INSTITUTION_MANAGER(true),
    /** Reads the reports of one institution. */
    INSTITUTION_READER(true),
    /** Keeps one consortium and reads the reports of its members. */
    CONSORTIUM_MANAGER(true),
    /** Reads the usage of one publisher's titles. */
    PUBLISHER(true),
    /** Reads everything and changes nothing; always with an end. */
    AUDITOR(false);

    private final boolean ofCustomer;

    Role(boolean ofCustomer) {
        this.ofCustomer = ofCustomer;
    }

    /** Whether it is a role for one customer. */
    public boolean isOfCustomer() {
        return ofCustomer;
    }
}
