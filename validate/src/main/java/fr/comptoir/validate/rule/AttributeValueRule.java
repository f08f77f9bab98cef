package fr.comptoir.validate.rule;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.declaration.Spelling;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Attributes that are shown have a value, and one of the Code's (CoP sections 3.3.2 to 3.3.6). YOP has a rule of its own. */
final class AttributeValueRule extends BodyRule {
    static final Set<String> SECTION_TYPES =
            codes(Arrays.stream(SectionType.values()).map(SectionType::code).toList());

    private static final Kind MISSING = Kind.critical("attribute-blank", "3.2.2");
    private static final Kind VALUE = Kind.critical("value-unknown", "3.3");
    private static final Kind SPELLING = Kind.error("value-spelling", "3.3");
    private static final Kind UNSPECIFIED =
            Kind.warning("data-type-unspecified", "3.3.9").inR5("3.3.10");
    private static final Kind DATABASE = Kind.warning("data-type-database", "3.3.2");
    private static final Kind CODE = Kind.error("country-code", "11.5");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Set<String> FORMATS = codes(List.of("HTML", "PDF", "Other"));
    private static final Set<String> METHODS = codes(List.of(AccessMethod.REGULAR.code(), AccessMethod.TDM.code()));
    private static final Set<String> YES_OR_NO = codes(List.of("Yes", "No"));

    private final Attribute[] shown;
    private long unspecified;
    private final @Nullable String[] good = new @Nullable String[Attribute.COUNT];

    AttributeValueRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
        shown = layout.attributes.toArray(new Attribute[0]);
    }

    private static Set<String> codes(List<String> codes) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(codes));
    }

    @Override
    void row(UsageRow row) {
        for (Attribute attribute : shown) {
            String value = row.get(attribute);
            if (value == null || value.isEmpty()) {
                missing(row, attribute);
            } else if (!value.equals(good[attribute.ordinal()])) {
                check(row, attribute, value);
            }
        }
    }

    private void missing(UsageRow row, Attribute attribute) {
        if (!attribute.mayBeBlank()) {
            findings.add(
                    MISSING,
                    () -> places.attribute(row, attribute),
                    () -> Sentence.of("missing", "{0} is missing", attribute.code()));
        }
    }

    private void check(UsageRow row, Attribute attribute, String value) {
        switch (attribute) {
            case DATA_TYPE -> checkDataType(row, value);
            case ACCESS_TYPE -> oneOf(row, attribute, value, layout.report.accessTypes());
            case ACCESS_METHOD -> oneOf(row, attribute, value, METHODS);
            case SECTION_TYPE -> oneOf(row, attribute, value, SECTION_TYPES);
            case FORMAT -> oneOf(row, attribute, value, FORMATS);
            case ATTRIBUTED -> oneOf(row, attribute, value, YES_OR_NO);
            case COUNTRY_CODE -> code(row, attribute, value, COUNTRY, "ISO 3166-1");
            case SUBDIVISION_CODE -> code(row, attribute, value, SUBDIVISION, "ISO 3166-2");
            default -> good[attribute.ordinal()] = value;
        }
    }

    private void checkDataType(UsageRow row, String value) {
        if (row.itemHash == unspecified && value.equals("Unspecified")) {
            return; // said once for an item, not for each of its metrics
        }
        if (value.equals("Unspecified") && layout.report.dataTypes().contains(value)) {
            unspecified = row.itemHash;
            findings.add(
                    UNSPECIFIED,
                    () -> places.attribute(row, Attribute.DATA_TYPE),
                    () -> Sentence.of("data-type-unspecified", "Data_Type is Unspecified; auditors will ask why"));
        } else if (value.equals("Database")
                && release == Release.R5
                && layout.report.id().equals("TR")) {
            findings.add(
                    DATABASE,
                    () -> places.attribute(row, Attribute.DATA_TYPE),
                    () -> Sentence.of(
                            "data-type-database", "Data_Type Database in TR is only for a Full_Content_Database"));
        } else {
            oneOf(row, Attribute.DATA_TYPE, value, layout.report.dataTypes());
        }
    }

    private void oneOf(UsageRow row, Attribute attribute, String value, Set<String> allowed) {
        if (allowed.contains(value)) {
            good[attribute.ordinal()] = value;
            return;
        }
        String meant = Spelling.find(value, allowed);
        findings.add(
                meant == null ? VALUE : SPELLING,
                () -> places.attribute(row, attribute),
                () -> meant == null
                        ? Sentence.of(
                                "unknown",
                                "{0} is \"{1}\"; here it can be {2}",
                                attribute.code(),
                                value,
                                String.join(", ", allowed))
                        : Sentence.of("spelling", "{0} is \"{1}\"; it is spelt {2}", attribute.code(), value, meant));
    }

    private void code(UsageRow row, Attribute attribute, String value, Pattern form, String standard) {
        if (form.matcher(value).matches()) {
            good[attribute.ordinal()] = value;
        } else {
            findings.add(
                    CODE,
                    () -> places.attribute(row, attribute),
                    () -> Sentence.of(
                            "country-code",
                            "{0} is \"{1}\", which is no code of {2}",
                            attribute.code(),
                            value,
                            standard));
        }
    }
}
