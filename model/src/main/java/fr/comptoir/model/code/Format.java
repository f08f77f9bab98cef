package fr.comptoir.model.code;

/** In which form an item was delivered, as an extension of Release 5 tells it (CoP 5.0.3, section 11.5). */
public enum Format {
    HTML("HTML"),
    PDF("PDF"),
    /** Any other, or one that no page rule says. */
    OTHER("Other");

    private final String code;

    Format(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
