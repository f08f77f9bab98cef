package fr.comptoir.validate.finding;

/** How grave a finding is, in the levels of the official COUNTER validator (CoP 5.1, section 9), from the lightest. */
public enum Severity {
    NOTICE("notice"),
    WARNING("warning"),
    ERROR("error"),
    CRITICAL_ERROR("critical error"),
    FATAL_ERROR("fatal error");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the report has to be made again; a warning is for an auditor to look at, a notice for information. */
    public boolean isError() {
        return this.compareTo(ERROR) >= 0;
    }
}
