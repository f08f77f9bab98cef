package fr.comptoir.server.mail;

/** The names of the letters, as the outbox keeps them. */
final class Kinds {
    static final String INVITATION = "invitation";
    static final String NEW_REPORTS = "new-reports";
    static final String RESTATEMENT = "restatement";
    static final String RESTATEMENT_DUE = "restatement-due";
    static final String ANOMALIES = "anomalies";
    static final String KEY_EXPIRES = "key-expires";
    static final String MONTH_BLOCKED = "month-blocked";
    static final String JOIN_ASKED = "join-asked";
    static final String JOIN_APPROVED = "join-approved";
    static final String JOIN_REFUSED = "join-refused";

    private Kinds() {}
}
