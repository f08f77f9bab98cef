package fr.comptoir.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;

/** Identifiers in their written form, with the check digits that their standards ask for. */
final class CheckDigits {

    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

    private CheckDigits() {}

    /** {@code NNNN-NNNC} from seven digits (ISO 3297). */
    static String issn(int sevenDigits) {
        String text = String.format(Locale.ROOT, "%07d", sevenDigits);
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += digit(text, i) * (8 - i);
        }
        return text.substring(0, 4) + "-" + text.substring(4) + eleven(11 - sum % 11);
    }

    /** {@code 978-G-RRRRRRR-T-C}: a publisher of seven digits has ten titles (ISO 2108). */
    static String isbn(int group, int publisher, int title) {
        String text = String.format(Locale.ROOT, "978%d%07d%d", group, publisher, title);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += digit(text, i) * (i % 2 == 0 ? 1 : 3);
        }
        return String.format(Locale.ROOT, "978-%d-%07d-%d-%d", group, publisher, title, (10 - sum % 10) % 10);
    }

    /** Sixteen characters from fifteen digits, the last by ISO 7064 mod 11-2. */
    static String isni(long fifteenDigits) {
        String text = String.format(Locale.ROOT, "%015d", fifteenDigits);
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            sum = (sum + digit(text, i)) * 2;
        }
        return text + eleven(12 - sum % 11);
    }

    /** The same as an ISNI, in four groups. */
    static String orcid(long fifteenDigits) {
        String text = isni(fifteenDigits);
        return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8, 12) + "-"
                + text.substring(12);
    }

    /** {@code 0SSSSSSCC} from six characters of Crockford's alphabet, the last two by ISO 7064 mod 97-10. */
    static String ror(String sixCharacters) {
        long number = 0;
        for (byte character : sixCharacters.getBytes(US_ASCII)) {
            number = number * 32 + CROCKFORD.indexOf(character);
        }
        return "0" + sixCharacters + String.format(Locale.ROOT, "%02d", 98 - number * 100 % 97);
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }

    private static String eleven(int value) {
        int digit = value % 11;
        return digit == 10 ? "X" : Integer.toString(digit);
    }
}
