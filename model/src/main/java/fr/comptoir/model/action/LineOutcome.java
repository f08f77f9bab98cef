package fr.comptoir.model.action;

/** Where one line of a log ends: in exactly one of these, tried in this order; their sums are the lines read. */
public enum LineOutcome {
    MALFORMED("malformed"),
    EXCLUDED_METHOD("excluded.method"),
    EXCLUDED_NOT_CONTENT("excluded.not_content"),
    EXCLUDED_STATUS("excluded.status"),
    EXCLUDED_ROBOT("excluded.robot"),
    HELD_UNKNOWN_ITEM("held.unknown_item"),
    ACTION("actions");

    private final String code;

    LineOutcome(String code) {
        this.code = code;
    }

    /** The name in ledgers. */
    public String code() {
        return code;
    }
}
