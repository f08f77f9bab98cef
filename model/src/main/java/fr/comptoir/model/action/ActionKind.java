package fr.comptoir.model.action;

/**
 * What a user did. A Request is also an Investigation (CoP 5.1, section 3.3.4). A search of the platform is one row of kind
 * {@link #SEARCHES_PLATFORM} without an item, followed by one row of its kind for each database it names.
 */
public enum ActionKind {
    INVESTIGATION("investigation"),
    REQUEST("request"),
    NO_LICENSE("No_License"),
    LIMIT_EXCEEDED("Limit_Exceeded"),
    SEARCHES_PLATFORM("Searches_Platform"),
    SEARCHES_REGULAR("Searches_Regular"),
    SEARCHES_AUTOMATED("Searches_Automated"),
    SEARCHES_FEDERATED("Searches_Federated");

    private static final ActionKind[] VALUES = values();

    private final String code;

    ActionKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Searches are never filtered for double clicks (CoP 5.1, section 7.2). */
    public boolean isSearch() {
        return ordinal() >= SEARCHES_PLATFORM.ordinal();
    }

    public boolean isDenial() {
        return this == NO_LICENSE || this == LIMIT_EXCEEDED;
    }

    /** Whether the action is an Investigation: a Request is one too. */
    public boolean isInvestigation() {
        return this == INVESTIGATION || this == REQUEST;
    }

    public static ActionKind of(byte ordinal) {
        return VALUES[ordinal];
    }
}
