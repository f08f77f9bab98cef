package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Texts;
import fr.comptoir.model.catalogue.IndexName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The fields of a customer that are one text each: their columns, their lengths, their forms. */
@SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
public enum CustomerField {
    NAME("name", 300),
    TYPE("institution_type", 100),
    CITY("city", 100),
    /** Two letters of ISO 3166-1. */
    COUNTRY("country", 2, "[A-Z]{2}", text -> text.toUpperCase(Locale.ROOT), Countries.ALL::contains),
    /** Number of a French establishment, with its letter. */
    UAI("uai", 8, "[0-9]{7}[A-HJ-NPR-Z]", text -> text.toUpperCase(Locale.ROOT), CheckDigits::uai),
    ABES_ID("abes_id", 50, "[A-Za-z0-9._-]+", text -> text, value -> true),
    /** Nine characters without {@code https://ror.org/}. */
    ROR(
            "ror",
            9,
            "0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}",
            text -> text.toLowerCase(Locale.ROOT).replaceFirst("^(https?://)?ror\\.org/", ""),
            CheckDigits::ror),
    /** 16 characters without blanks. */
    ISNI(
            "isni",
            16,
            "[0-9]{15}[0-9X]",
            text -> text.toUpperCase(Locale.ROOT).replaceAll("^HTTPS?://(WWW\\.)?ISNI\\.ORG/(ISNI/)?|[- ]", ""),
            CheckDigits::isni),
    ISIL("isil", 16, "([A-Z]{2}|[a-zA-Z0-9]|[a-zA-Z0-9]{3,4})-[A-Za-z0-9:/-]{1,11}", text -> text, value -> true),
    OCLC("oclc", 20, "[0-9]+", text -> text, value -> true),
    /** Under which other programs keep its usage; see {@link IndexName}. No two customers have the same. */
    INDEX_NAME("index_name", IndexName.LENGTH_MAX, IndexName.FORM, text -> text, value -> true),
    /** What a harvester sends with the customer_id; it opens the customer's reports, so the record of changes says only that it changed. */
    REQUESTOR_ID("requestor_id", 200, "\\S+", text -> text, value -> true),
    /** To whom the platform writes. */
    EMAIL("email", 254, "[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+", text -> text, value -> true),
    /** For those who keep the customers; lines are kept. */
    NOTE("note", 4000);

    private final String column;
    private final int lengthMax;
    private final Pattern form;
    private final UnaryOperator<String> normal;
    private final Predicate<String> check;

    CustomerField(String column, int lengthMax) {
        this(column, lengthMax, "(?s).*", text -> text, value -> true);
    }

    CustomerField(String column, int lengthMax, String form, UnaryOperator<String> normal, Predicate<String> check) {
        this.column = column;
        this.lengthMax = lengthMax;
        this.form = Pattern.compile(form);
        this.normal = normal;
        this.check = check;
    }

    String column() {
        return column;
    }

    /** The name in the record of changes and in faults. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Most characters that it has. */
    public int lengthMax() {
        return lengthMax;
    }

    boolean isSecret() {
        return this == REQUESTOR_ID;
    }

    /** Without blanks around and in the form in which it is kept; what has not the form stays as it is. */
    public String normal(String text) {
        return normal.apply(text.strip());
    }

    /** What is wrong with a value in its normal form. */
    public Optional<Fault> fault(String value) {
        Optional<Fault> outside = unfit(value);
        if (outside.isPresent() || value.isEmpty()) {
            return outside;
        }
        if (!form.matcher(value).matches()) {
            return Optional.of(new Fault(key(), Fault.Kind.FORM, value));
        }
        return check.test(value) ? Optional.empty() : Optional.of(new Fault(key(), Fault.Kind.CHECK_DIGIT, value));
    }

    /** Why a value cannot be kept at all, whatever its form. */
    Optional<Fault> unfit(String value) {
        if (this == NAME && value.isEmpty()) {
            return Optional.of(new Fault(key(), Fault.Kind.BLANK, ""));
        }
        if (value.length() > lengthMax) {
            return Optional.of(new Fault(key(), Fault.Kind.TOO_LONG, String.valueOf(lengthMax)));
        }
        boolean fits = this == NOTE ? Texts.isLines(value) : Texts.isOneLine(value);
        return fits ? Optional.empty() : Optional.of(new Fault(key(), Fault.Kind.CONTROL_CHARACTER, ""));
    }

    /** Apart, because an enum's constants cannot name its own static fields. */
    private static final class Countries {
        static final Set<String> ALL = Set.of(Locale.getISOCountries());
    }
}
