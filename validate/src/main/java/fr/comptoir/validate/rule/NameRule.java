package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;

/** Platform and Database have a name; titles and items have one or at least an identifier; publishers are named (CoP 5.1, section 3.3.9). */
final class NameRule extends BodyRule {
    private static final Kind MISSING = Kind.critical("name-missing", "3.3.9").inR5("3.3.10");
    private static final Kind NOTHING =
            Kind.critical("name-and-identifier-missing", "3.3.9").inR5("3.3.10");
    private static final Kind BLANK = Kind.warning("name-blank", "3.3.9").inR5("3.3.10");
    private static final Kind PUBLISHER =
            Kind.warning("publisher-blank", "3.3.9").inR5("3.3.10");
    private static final Kind IDENTIFIER =
            Kind.notice("identifier-missing", "3.3.9").inR5("3.3.10");

    private final String nameColumn;
    private final boolean platformReport;

    NameRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
        nameColumn = layout.report.nameColumn();
        platformReport = nameColumn.equals("Platform");
    }

    @Override
    void thing(Thing thing) {
        if (thing.role != Role.ITEM) {
            return;
        }
        boolean named = thing.has(Field.NAME);
        if (platformReport || nameColumn.equals("Database")) {
            if (!named) {
                findings.add(
                        MISSING,
                        () -> places.field(thing, Field.NAME),
                        () -> Sentence.of("missing", "{0} is missing", nameColumn));
            }
        } else if (!named) {
            checkUnnamed(thing);
        }
        if (platformReport) {
            return;
        }
        if (named && !thing.hasIdentifier()) {
            findings.add(
                    IDENTIFIER,
                    () -> places.thing(thing),
                    () -> Sentence.of(
                            "identifier-missing",
                            "{0} \"{1}\" has no identifier; it should have one",
                            nameColumn,
                            String.valueOf(thing.get(Field.NAME))));
        }
        if (!thing.has(Field.PLATFORM)) {
            findings.add(
                    MISSING,
                    () -> places.field(thing, Field.PLATFORM),
                    () -> Sentence.of("missing", "{0} is missing", "Platform"));
        }
        checkPublisher(thing);
    }

    private void checkUnnamed(Thing thing) {
        if (!thing.hasIdentifier()) {
            findings.add(
                    NOTHING,
                    () -> places.field(thing, Field.NAME),
                    () -> Sentence.of(
                            "name-and-identifier-missing",
                            "{0} is blank, and there is no identifier either",
                            nameColumn));
        } else if (thing.get(Field.NAME) == null && layout.header.json) {
            findings.add(
                    MISSING,
                    () -> places.field(thing, Field.NAME),
                    () -> Sentence.of("name-missing.name", "{0} is missing; an unknown name is empty", nameColumn));
        } else {
            findings.add(
                    BLANK,
                    () -> places.field(thing, Field.NAME),
                    () -> Sentence.of("name-blank", "{0} is blank; it should have a name", nameColumn));
        }
    }

    private void checkPublisher(Thing thing) {
        if (thing.has(Field.PUBLISHER)) {
            return;
        }
        if (layout.header.json && thing.get(Field.PUBLISHER) == null) {
            findings.add(
                    MISSING,
                    () -> places.field(thing, Field.PUBLISHER),
                    () -> Sentence.of("name-missing.publisher", "Publisher is missing; an unknown publisher is empty"));
        } else {
            findings.add(
                    PUBLISHER,
                    () -> places.field(thing, Field.PUBLISHER),
                    () -> Sentence.of("publisher-blank", "Publisher is blank; it should be named"));
        }
    }
}
