package fr.comptoir.validate.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms of identifiers (CoP 5.1, sections 3.2.2 and 3.3.9), without their check digits. */
final class Identifiers {
    private static final Pattern ISNI = Pattern.compile("[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{3}[0-9X]");
    private static final Pattern ORCID = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]");
    private static final Pattern ISIL = Pattern.compile("([A-Z]{2}|[a-zA-Z0-9]|[a-zA-Z0-9]{3,4})-.{1,11}");
    private static final Pattern ROR = Pattern.compile("0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}");
    private static final Pattern DOI = Pattern.compile("10\\.[1-9][0-9]{2}[0-9.]*/.+", Pattern.DOTALL);
    private static final Pattern DOI_WITHIN = Pattern.compile(".*\\b10\\.[1-9][0-9]{2}[0-9.]*/.+", Pattern.DOTALL);
    private static final Pattern ISSN = Pattern.compile("[0-9]{4}-[0-9]{3}[0-9X]");
    private static final Pattern ISBN = Pattern.compile("97[89]-[0-9]+-[0-9]+-[0-9]+-[0-9]");
    private static final Pattern NAMESPACE = Pattern.compile("[a-zA-Z0-9_./+]{1,17}");
    private static final Pattern URN = Pattern.compile("urn:[a-zA-Z0-9][a-zA-Z0-9-]{0,30}[a-zA-Z0-9]:.+");
    private static final Pattern URL = Pattern.compile("(https?|ftp)://([^/?#\\s]+)([/?#][^\\s]*)?");
    private static final Pattern HOST = Pattern.compile("([^@]*@)?([^.:]+\\.)+[^.:]{2,}(:[0-9]+)?");

    private Identifiers() {}

    /** What is wrong with an identifier of an institution, a publisher or an author; null when nothing is. */
    static @Nullable String organisationProblem(String type, String value) {
        return switch (type) {
            case "ISNI" -> unless(ISNI, value, "the ISNI", "16 characters, in blocks of four or in one");
            case "ORCID" -> unless(ORCID, value, "the ORCID", "16 characters in blocks of four with hyphens");
            case "ISIL" -> unless(ISIL, value, "the ISIL", "a prefix, a hyphen and at most 11 characters");
            case "OCLC" -> Counted.isDigits(value) ? null : "the OCLC id is \"" + value + "\"; it must be digits only";
            case "ROR" ->
                unless(ROR, value, "the ROR id", "0, six characters and two digits, without https://ror.org/");
            case "Proprietary" -> proprietaryProblem(value);
            default -> null;
        };
    }

    private static @Nullable String unless(Pattern pattern, String value, String what, String form) {
        return pattern.matcher(value).matches() ? null : what + " is \"" + value + "\"; the form is " + form;
    }

    static @Nullable String proprietaryProblem(String value) {
        int colon = value.indexOf(':');
        if (colon <= 0 || colon == value.length() - 1) {
            return "the proprietary id is \"" + value + "\"; the form is {platform id}:{value}";
        }
        if (!NAMESPACE.matcher(value.substring(0, colon)).matches()) {
            return "the proprietary id is \"" + value
                    + "\"; a platform id has at most 17 characters: letters, digits, underscore, dot and slash";
        }
        return null;
    }

    static @Nullable String doiProblem(String value) {
        if (DOI.matcher(value).matches()) {
            return null;
        }
        return DOI_WITHIN.matcher(value).matches()
                ? "the DOI is \"" + value + "\"; it must stand alone, without an address or doi: before it"
                : "the DOI is \"" + value + "\"; the form is {prefix}/{suffix}, beginning with 10.";
    }

    static @Nullable String issnProblem(String value) {
        return unless(ISSN, value, "the ISSN", "nnnn-nnnX, with a hyphen and an upper-case X");
    }

    static @Nullable String isbnProblem(String value) {
        if (value.length() == 17 && ISBN.matcher(value).matches()) {
            return null;
        }
        String digits = value.replace("-", "");
        if (digits.length() == 10) {
            return "the ISBN is \"" + value + "\", an ISBN-10; an ISBN-13 with hyphens is expected";
        }
        if (digits.length() == 13 && Counted.isDigits(digits)) {
            return "the ISBN is \"" + value + "\"; it must begin with 978 or 979 and have its four hyphens";
        }
        return "the ISBN is \"" + value + "\"; it must be an ISBN-13 with hyphens";
    }

    static @Nullable String uriProblem(String value) {
        Matcher url = URL.matcher(value);
        boolean good = url.matches()
                ? HOST.matcher(url.group(2)).matches()
                : URN.matcher(value).matches();
        return good ? null : "the URI is \"" + value + "\"; it must be a URL with a scheme and a host, or a URN";
    }

    /** Plain tests of digits. */
    private static final class Counted {
        static boolean isDigits(String text) {
            return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }
}
