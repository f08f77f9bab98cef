package fr.comptoir.registry;

import fr.comptoir.model.text.Sentence;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts identifiers in the form that reports carry and checks their check digits. A value of the right form with a wrong check digit is
 * kept, because that is what is printed and what others match by; a value without the form is left out. Both are said.
 */
final class Identifiers {
    private static final Pattern ISSN = Pattern.compile("(\\d{4})[-\u2010-\u2015 ]?(\\d{3}[\\dXx])");
    private static final Pattern DOI_PREFIX = Pattern.compile("(?i)^(https?://(dx\\.)?doi\\.org/|doi:\\s*)");
    private static final Pattern DOI = Pattern.compile("10\\.[1-9]\\d{2}[\\d.]*/\\S.*");
    private static final Pattern SEPARATORS = Pattern.compile("[-\u2010-\u2015 ]");
    private static final Pattern ISBN_13 = Pattern.compile("97[89]\\d{10}");
    private static final Pattern ISBN_10 = Pattern.compile("\\d{9}[\\dXx]");
    private static final Pattern SIXTEEN = Pattern.compile("\\d{15}[\\dXx]");
    private static final Pattern ORCID_PREFIX = Pattern.compile("(?i)^https?://orcid\\.org/");
    private static final Pattern FOURS = Pattern.compile("(.{4})(?=.)");
    private static final Pattern ROR_PREFIX = Pattern.compile("^(https?://)?ror\\.org/");
    private static final Pattern ROR = Pattern.compile("0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}");
    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

    /**
     * What came of a check.
     *
     * @param value normal form, {@code ""} when it is left out
     * @param wrong what is wrong, if anything is
     */
    record Checked(String value, Optional<Sentence> wrong) {
        private static Checked right(String value) {
            return new Checked(value, Optional.empty());
        }

        /** Left out. */
        private static Checked none(Sentence why) {
            return new Checked("", Optional.of(why));
        }
    }

    private static final Checked BLANK = Checked.right("");

    private Identifiers() {}

    /** {@code NNNN-NNNX}. */
    static Checked issn(String text) {
        if (text.isEmpty()) {
            return BLANK;
        }
        String value = text;
        if (!isIssn(text)) {
            Matcher matcher = ISSN.matcher(text);
            if (!matcher.matches()) {
                return Checked.none(Sentence.of(
                        "identifier.issn", "'{0}' has not the form 1234-567X of an ISSN and is left out", text));
            }
            value = matcher.group(1) + "-" + matcher.group(2).toUpperCase(Locale.ROOT);
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += digit(value.charAt(i < 4 ? i : i + 1)) * (8 - i);
        }
        return sum % 11 == 0 ? Checked.right(value) : badCheckDigit("ISSN", value);
    }

    /** Whether it has the normal form already, as nearly all have: the expression is slow. */
    private static boolean isIssn(String text) {
        if (text.length() != 9 || text.charAt(4) != '-') {
            return false;
        }
        for (int i = 0; i < 9; i++) {
            char character = text.charAt(i);
            if (i != 4 && (character < '0' || character > '9') && !(i == 8 && character == 'X')) {
                return false;
            }
        }
        return true;
    }

    /** ISBN-13, with hyphens where the source has them; an ISBN-10 becomes its ISBN-13. */
    static Checked isbn(String text) {
        if (text.isEmpty()) {
            return BLANK;
        }
        String digits = SEPARATORS.matcher(text).replaceAll("");
        String hyphened = SEPARATORS.matcher(text).replaceAll("-");
        if (ISBN_13.matcher(digits).matches()) {
            boolean right = isbn13CheckDigit(digits) == digits.charAt(12);
            return right ? Checked.right(hyphened) : badCheckDigit("ISBN", hyphened);
        }
        if (!ISBN_10.matcher(digits).matches()) {
            return Checked.none(
                    Sentence.of("identifier.isbn", "'{0}' is neither an ISBN-13 nor an ISBN-10 and is left out", text));
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += digit(digits.charAt(i)) * (10 - i);
        }
        String prefix = hyphened.indexOf('-') >= 0 ? "978-" : "978";
        String value = prefix + hyphened.substring(0, hyphened.length() - 1) + isbn13CheckDigit("978" + digits);
        return sum % 11 == 0 ? Checked.right(value) : badCheckDigit("ISBN", value);
    }

    /** Without resolver or {@code doi:}. */
    static Checked doi(String text) {
        if (text.isEmpty()) {
            return BLANK;
        }
        String value = text.startsWith("10.") ? text : DOI_PREFIX.matcher(text).replaceFirst("");
        return DOI.matcher(value).matches()
                ? Checked.right(value)
                : Checked.none(Sentence.of(
                        "identifier.doi", "'{0}' has not the form 10.1234/suffix of a DOI and is left out", text));
    }

    /** 16 characters without blanks or hyphens. */
    static Checked isni(String text) {
        if (text.isEmpty()) {
            return BLANK;
        }
        String value = SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        if (!SIXTEEN.matcher(value).matches()) {
            return Checked.none(
                    Sentence.of("identifier.isni", "'{0}' has not the 16 digits of an ISNI and is left out", text));
        }
        return isMod11Right(value) ? Checked.right(value) : badCheckDigit("ISNI", value);
    }

    /** {@code 0000-0000-0000-000X}. */
    static Checked orcid(String text) {
        String bare = ORCID_PREFIX.matcher(text).replaceFirst("");
        String digits = SEPARATORS.matcher(bare).replaceAll("").toUpperCase(Locale.ROOT);
        if (!SIXTEEN.matcher(digits).matches()) {
            return Checked.none(Sentence.of(
                    "identifier.orcid",
                    "'{0}' has not the form 0000-0000-0000-0000 of an ORCID and is left out",
                    text));
        }
        String value = FOURS.matcher(digits).replaceAll("$1-");
        return isMod11Right(digits) ? Checked.right(value) : badCheckDigit("ORCID", value);
    }

    /** Nine characters without {@code https://ror.org/}. */
    static Checked ror(String text) {
        if (text.isEmpty()) {
            return BLANK;
        }
        String value = ROR_PREFIX.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("");
        if (!ROR.matcher(value).matches()) {
            return Checked.none(Sentence.of(
                    "identifier.ror", "'{0}' has not the form 0abcdef12 of a ROR id and is left out", text));
        }
        long number = 0;
        for (int i = 0; i < 7; i++) {
            number = number * 32 + CROCKFORD.indexOf(value.charAt(i));
        }
        long check = 98 - (number * 100) % 97;
        return check == Integer.parseInt(value.substring(7)) ? Checked.right(value) : badCheckDigit("ROR id", value);
    }

    private static Checked badCheckDigit(String kind, String value) {
        return new Checked(
                value,
                Optional.of(Sentence.of(
                        "identifier.check-digit",
                        "'{0}' is no {1} that exists: its check digit is wrong",
                        value,
                        kind)));
    }

    private static int digit(char character) {
        return character == 'X' || character == 'x' ? 10 : character - '0';
    }

    private static char isbn13CheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** ISO 7064 mod 11-2. */
    private static boolean isMod11Right(String digits) {
        int total = 0;
        for (int i = 0; i < 15; i++) {
            total = (total + digit(digits.charAt(i))) * 2 % 11;
        }
        return (12 - total) % 11 == digit(digits.charAt(15));
    }
}
