package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.TypedValue;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import org.jspecify.annotations.Nullable;

/** The forms of DOI, ISBN, ISSN, URI, proprietary ids and publishers' ids (CoP 5.1, section 3.2.2). */
final class IdentifierRule extends BodyRule {
    private static final Kind FORM = Kind.error("identifier-form", "3.2.2");
    private static final Kind PUBLISHER_TYPE = Kind.error("publisher-id-type", "3.2.2");

    private final BadIdentifiers bad;

    IdentifierRule(Layout layout, Places places, Findings findings, BadIdentifiers bad) {
        super(layout, places, findings);
        this.bad = bad;
    }

    @Override
    void thing(Thing thing) {
        check(thing, Field.DOI);
        check(thing, Field.PROPRIETARY_ID);
        check(thing, Field.ISBN);
        check(thing, Field.PRINT_ISSN);
        check(thing, Field.ONLINE_ISSN);
        check(thing, Field.LINKING_ISSN);
        check(thing, Field.URI);
        for (int at = 0; at < thing.publisherIds.size(); at++) {
            checkPublisher(thing, thing.publisherIds.get(at), at);
        }
    }

    private void check(Thing thing, Field field) {
        String value = thing.get(field);
        if (value == null || value.isEmpty()) {
            return;
        }
        Sentence problem = problem(field, value.strip());
        if (problem != null) {
            bad.add(thing);
            findings.add(FORM, () -> places.field(thing, field), () -> problem);
        }
    }

    static @Nullable Sentence problem(Field field, String value) {
        return switch (field) {
            case DOI -> Identifiers.doiProblem(value);
            case PROPRIETARY_ID -> Identifiers.proprietaryProblem(value);
            case ISBN -> Identifiers.isbnProblem(value);
            case PRINT_ISSN, ONLINE_ISSN, LINKING_ISSN -> Identifiers.issnProblem(value);
            case URI -> Identifiers.uriProblem(value);
            default -> null;
        };
    }

    private void checkPublisher(Thing thing, TypedValue id, int at) {
        boolean known =
                id.type().equals("ISNI") || id.type().equals("ROR") || id.type().equals("Proprietary");
        if (!known) {
            bad.add(thing);
            findings.add(
                    PUBLISHER_TYPE,
                    () -> places.publisherId(thing, at),
                    () -> Sentence.of(
                            "publisher-id-type",
                            "Publisher_ID has the type {0}; ISNI, ROR and Proprietary are known",
                            id.type()));
            return;
        }
        Sentence problem = Identifiers.organisationProblem(id.type(), id.value());
        if (problem != null) {
            bad.add(thing);
            findings.add(FORM, () -> places.publisherId(thing, at), () -> problem);
        }
    }
}
