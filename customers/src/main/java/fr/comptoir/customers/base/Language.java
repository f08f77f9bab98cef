package fr.comptoir.customers.base;

import java.util.Locale;

/** The languages of pages and mails. */
public enum Language {
    FR,
    EN;

    /** {@code fr} or {@code en}, as it is kept and as locales are named. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Language of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
