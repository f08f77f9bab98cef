package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Author;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.TypedValue;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.function.Supplier;

/**
 * The check digits of ISSN, ISBN, ISNI and ORCID, where the form is right. A warning, for the official validator does not work them out: an
 * identifier that no one can have is a mistake of the catalogue, not of the report. Those of ROR only when asked for, since made-up ROR ids
 * are common in examples.
 */
final class CheckDigitRule extends BodyRule {
    private static final Kind CHECK_DIGIT = Kind.warning("check-digit", "3.2.2");

    private final boolean ror;
    private final BadIdentifiers bad;

    CheckDigitRule(Layout layout, Places places, Findings findings, boolean ror, BadIdentifiers bad) {
        super(layout, places, findings);
        this.bad = bad;
        this.ror = ror;
    }

    @Override
    void thing(Thing thing) {
        check(thing, Field.ISBN);
        check(thing, Field.PRINT_ISSN);
        check(thing, Field.ONLINE_ISSN);
        check(thing, Field.LINKING_ISSN);
        for (int at = 0; at < thing.publisherIds.size(); at++) {
            TypedValue id = thing.publisherIds.get(at);
            if (isWrong(id)) {
                int index = at;
                add(thing, id.type(), id.value(), () -> places.publisherId(thing, index));
            }
        }
        for (int at = 0; at < thing.authors.size(); at++) {
            Author author = thing.authors.get(at);
            for (TypedValue id : author.identifiers()) {
                if (isWrong(id)) {
                    int index = at;
                    add(thing, id.type(), id.value(), () -> places.author(thing, index));
                }
            }
        }
    }

    private void check(Thing thing, Field field) {
        String value = thing.get(field);
        if (value == null || value.isEmpty() || IdentifierRule.problem(field, value) != null) {
            return;
        }
        if (!(field == Field.ISBN ? CheckDigits.isbn(value) : CheckDigits.issn(value))) {
            add(thing, field.column(), value, () -> places.field(thing, field));
        }
    }

    private boolean isWrong(TypedValue id) {
        if (Identifiers.organisationProblem(id.type(), id.value()) != null) {
            return false;
        }
        return switch (id.type()) {
            case "ISNI", "ORCID" -> !CheckDigits.isni(id.value());
            case "ROR" -> ror && !CheckDigits.ror(id.value());
            default -> false;
        };
    }

    private void add(Thing thing, String type, String value, Supplier<String> place) {
        bad.add(thing);
        findings.add(
                CHECK_DIGIT,
                place,
                () -> Sentence.of("check-digit", "the check digit of the {0} {1} is wrong", type, value));
    }
}
