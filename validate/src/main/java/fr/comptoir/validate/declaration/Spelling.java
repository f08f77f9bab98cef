package fr.comptoir.validate.declaration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what a misspelt name was meant to be: the same letters and digits, whatever stands between and in which case. */
public final class Spelling {
    private Spelling() {}

    public static @Nullable String find(String text, Iterable<String> names) {
        String key = key(text);
        for (String name : names) {
            if (key(name).equals(key)) {
                return name;
            }
        }
        return null;
    }

    private static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
