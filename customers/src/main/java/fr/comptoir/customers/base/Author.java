package fr.comptoir.customers.base;

/**
 * Who makes a change, and why.
 *
 * @param who the e-mail address of a person's account, or the name of a program such as {@code comptoir import}
 * @param reason in the person's words, {@code ""} for none
 */
public record Author(String who, String reason) {
    private static final int WHO_MAX = 254;
    private static final int REASON_MAX = 1000;

    public Author {
        if (who.isBlank() || who.length() > WHO_MAX) {
            throw new IllegalArgumentException(
                    "an author has a name of 1 to " + WHO_MAX + " characters, not '" + who + "'");
        }
        reason = Texts.shortened(reason.strip(), REASON_MAX);
    }

    public static Author of(String who) {
        return new Author(who, "");
    }

    public Author because(String why) {
        return new Author(who, why);
    }
}
