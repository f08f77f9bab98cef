package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.Locale;
import java.util.Set;

/**
 * What is unknown is blank in the tabular form and left out of JSON, never a word that says so; and no value has blanks around it (CoP 5.1,
 * section 3.3.9).
 */
final class BlankRule extends BodyRule {
    private static final Kind PLACEHOLDER = Kind.warning("placeholder", "3.3.9").inR5("3.3.10");
    private static final Kind WHITESPACE = Kind.warning("blanks-around", "3.2.2");
    private static final Kind WHITESPACE_IN_ID = Kind.error("blanks-around-identifier", "3.2.2");
    private static final Kind EMPTY = Kind.error("empty-element", "3.3.9").inR5("3.3.10");
    private static final Set<String> PLACEHOLDERS = Set.of("-", "--", "n/a", "na", "unknown", "null", "none");
    private static final int LONGEST_PLACEHOLDER = 7;
    private static final Field[] FIELDS = Field.values();

    BlankRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
    }

    @Override
    void thing(Thing thing) {
        for (Field field : FIELDS) {
            String value = thing.get(field);
            if (value != null) {
                check(thing, field, value);
            }
        }
    }

    private void check(Thing thing, Field field, String value) {
        if (value.isEmpty()) {
            boolean required = thing.role == Role.ITEM
                    && (field == Field.NAME || field == Field.PUBLISHER || field == Field.PLATFORM);
            if (!required) {
                findings.add(
                        EMPTY,
                        () -> places.field(thing, field),
                        () -> Sentence.of("empty", "{0} is empty; what has no value is left out", field.column()));
            }
            return;
        }
        if (value.length() <= LONGEST_PLACEHOLDER && PLACEHOLDERS.contains(value.toLowerCase(Locale.ROOT))) {
            findings.add(
                    PLACEHOLDER,
                    () -> places.field(thing, field),
                    () -> Sentence.of("placeholder", "the value is \"{0}\"; what is unknown is left blank", value));
        }
        if (isBlank(value.charAt(0)) || isBlank(value.charAt(value.length() - 1))) {
            findings.add(
                    field.isIdentifier() ? WHITESPACE_IN_ID : WHITESPACE,
                    () -> places.field(thing, field),
                    () -> Sentence.of("blanks-around-identifier", "there is a blank around \"{0}\"", value));
        }
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0';
    }
}
