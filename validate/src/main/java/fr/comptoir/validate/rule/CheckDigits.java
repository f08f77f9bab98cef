package fr.comptoir.validate.rule;

/** Check digits of identifiers that have the right form. */
final class CheckDigits {
    private static final String BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz";

    private CheckDigits() {}

    /** ISSN (ISO 3297): weights 8 to 2, modulo 11. */
    static boolean issn(String issn) {
        int sum = 0;
        int weight = 8;
        for (int at = 0; at < issn.length(); at++) {
            char c = issn.charAt(at);
            if (c != '-') {
                sum += value(c) * weight--;
            }
        }
        return sum % 11 == 0;
    }

    /** ISBN-13 (ISO 2108): weights 1 and 3, modulo 10. */
    static boolean isbn(String isbn) {
        int sum = 0;
        int position = 0;
        for (int at = 0; at < isbn.length(); at++) {
            char c = isbn.charAt(at);
            if (c != '-') {
                sum += value(c) * (position++ % 2 == 0 ? 1 : 3);
            }
        }
        return sum % 10 == 0;
    }

    /** ISNI and ORCID (ISO 7064, MOD 11-2). */
    static boolean isni(String isni) {
        int total = 0;
        int last = 0;
        int digits = 0;
        for (int at = 0; at < isni.length(); at++) {
            char c = isni.charAt(at);
            if (c == '-' || c == ' ') {
                continue;
            }
            if (++digits == 16) {
                last = value(c);
            } else {
                total = (total + value(c)) * 2 % 11;
            }
        }
        return (12 - total) % 11 == last;
    }

    /** ROR: six characters in base 32 after the 0, then 98 less a hundredfold modulo 97 (ISO 7064, MOD 97-10). */
    static boolean ror(String ror) {
        long number = 0;
        for (int at = 1; at < 7; at++) {
            number = number * 32 + BASE_32.indexOf(ror.charAt(at));
        }
        long check = 98 - number * 100 % 97;
        return check == Long.parseLong(ror.substring(7));
    }

    private static int value(char c) {
        return c == 'X' ? 10 : c - '0';
    }
}
