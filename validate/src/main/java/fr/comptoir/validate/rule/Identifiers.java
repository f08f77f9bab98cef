package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms of identifiers (CoP 5.1, sections 3.2.2 and 3.3.9), without their check digits. */
final class Identifiers {
    private static final Pattern ISNI = Pattern.compile("[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{3}[0-9X]");
    private static final Pattern ORCID = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]");
    private static final Pattern ISIL = Pattern.compile("([A-Z]{2}|[a-zA-Z0-9]|[a-zA-Z0-9]{3,4})-.{1,11}");
    private static final Pattern ROR = Pattern.compile("0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}");
    private static final Pattern DOI_WITHIN = Pattern.compile(".*\\b10\\.[1-9][0-9]{2}[0-9.]*/.+", Pattern.DOTALL);
    private static final Pattern ISSN = Pattern.compile("[0-9]{4}-[0-9]{3}[0-9X]");
    private static final Pattern ISBN = Pattern.compile("97[89]-[0-9]+-[0-9]+-[0-9]+-[0-9]");
    private static final int NAMESPACE_MAX = 17;
    private static final Pattern URN = Pattern.compile("urn:[a-zA-Z0-9][a-zA-Z0-9-]{0,30}[a-zA-Z0-9]:.+");
    private static final Pattern URL = Pattern.compile("(https?|ftp)://([^/?#\\s]+)([/?#][^\\s]*)?");
    private static final Pattern HOST = Pattern.compile("([^@]*@)?([^.:]+\\.)+[^.:]{2,}(:[0-9]+)?");

    private Identifiers() {}

    /** What is wrong with an identifier of an institution, a publisher or an author; null when nothing is. */
    static @Nullable Sentence organisationProblem(String type, String value) {
        return switch (type) {
            case "ISNI" ->
                unless(
                        ISNI,
                        value,
                        () -> Sentence.of(
                                "identifier-form.isni",
                                "the ISNI is \"{0}\"; the form is 16 characters, in blocks of four or in one",
                                value));
            case "ORCID" ->
                unless(
                        ORCID,
                        value,
                        () -> Sentence.of(
                                "identifier-form.orcid",
                                "the ORCID is \"{0}\"; the form is 16 characters in blocks of four with hyphens",
                                value));
            case "ISIL" ->
                unless(
                        ISIL,
                        value,
                        () -> Sentence.of(
                                "identifier-form.isil",
                                "the ISIL is \"{0}\"; the form is a prefix, a hyphen and at most 11 characters",
                                value));
            case "OCLC" ->
                Counted.isDigits(value)
                        ? null
                        : Sentence.of("identifier-form.oclc", "the OCLC id is \"{0}\"; it must be digits only", value);
            case "ROR" ->
                unless(
                        ROR,
                        value,
                        () -> Sentence.of(
                                "identifier-form.ror",
                                "the ROR id is \"{0}\"; the form is 0, six characters and two digits, without https://ror.org/",
                                value));
            case "Proprietary" -> proprietaryProblem(value);
            default -> null;
        };
    }

    private static @Nullable Sentence unless(Pattern pattern, String value, Supplier<Sentence> wrong) {
        return pattern.matcher(value).matches() ? null : wrong.get();
    }

    static @Nullable Sentence proprietaryProblem(String value) {
        int colon = value.indexOf(':');
        if (colon <= 0 || colon == value.length() - 1) {
            return Sentence.of(
                    "identifier-form.proprietary",
                    "the proprietary id is \"{0}\"; the form is {platform id}:{value}",
                    value);
        }
        if (!isNamespace(value, colon)) {
            return Sentence.of(
                    "identifier-form.proprietary-platform",
                    "the proprietary id is \"{0}\"; a platform id has at most 17 characters: letters, digits, underscore, dot and slash",
                    value);
        }
        return null;
    }

    private static boolean isNamespace(String value, int end) {
        for (int at = 0; at < end; at++) {
            char c = value.charAt(at);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && "_./+".indexOf(c) < 0) {
                return false;
            }
        }
        return end <= NAMESPACE_MAX;
    }

    static @Nullable Sentence doiProblem(String value) {
        if (isDoi(value)) {
            return null;
        }
        return DOI_WITHIN.matcher(value).matches()
                ? Sentence.of(
                        "identifier-form.doi-alone",
                        "the DOI is \"{0}\"; it must stand alone, without an address or doi: before it",
                        value)
                : Sentence.of(
                        "identifier-form.doi",
                        "the DOI is \"{0}\"; the form is {prefix}/{suffix}, beginning with 10.",
                        value);
    }

    /** A DOI as {@code DOI_WITHIN} has it at its end, without the price of a pattern for each item. */
    private static boolean isDoi(String value) {
        int slash = value.indexOf('/');
        if (slash < 6 || slash == value.length() - 1 || !value.startsWith("10.") || value.charAt(3) == '0') {
            return false;
        }
        for (int at = 3; at < slash; at++) {
            char c = value.charAt(at);
            if ((c < '0' || c > '9') && !(c == '.' && at > 5)) {
                return false;
            }
        }
        return true;
    }

    static @Nullable Sentence issnProblem(String value) {
        return unless(
                ISSN,
                value,
                () -> Sentence.of(
                        "identifier-form.issn",
                        "the ISSN is \"{0}\"; the form is nnnn-nnnX, with a hyphen and an upper-case X",
                        value));
    }

    static @Nullable Sentence isbnProblem(String value) {
        if (value.length() == 17 && ISBN.matcher(value).matches()) {
            return null;
        }
        String digits = value.replace("-", "");
        if (digits.length() == 10) {
            return Sentence.of(
                    "identifier-form.isbn-10",
                    "the ISBN is \"{0}\", an ISBN-10; an ISBN-13 with hyphens is expected",
                    value);
        }
        if (digits.length() == 13 && Counted.isDigits(digits)) {
            return Sentence.of(
                    "identifier-form.isbn-hyphens",
                    "the ISBN is \"{0}\"; it must begin with 978 or 979 and have its four hyphens",
                    value);
        }
        return Sentence.of("identifier-form.isbn", "the ISBN is \"{0}\"; it must be an ISBN-13 with hyphens", value);
    }

    static @Nullable Sentence uriProblem(String value) {
        Matcher url = URL.matcher(value);
        boolean good = url.matches()
                ? HOST.matcher(url.group(2)).matches()
                : URN.matcher(value).matches();
        return good
                ? null
                : Sentence.of(
                        "identifier-form.uri",
                        "the URI is \"{0}\"; it must be a URL with a scheme and a host, or a URN",
                        value);
    }

    /** Plain tests of digits. */
    private static final class Counted {
        static boolean isDigits(String text) {
            return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }
}
