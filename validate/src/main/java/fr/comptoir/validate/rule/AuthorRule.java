package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Author;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.TypedValue;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;

/** At most three authors, each with at most one identifier, an ORCID or an ISNI (CoP section 3.2.2). */
final class AuthorRule extends BodyRule {
    private static final Kind TOO_MANY = Kind.error("authors-too-many", "3.2.2");
    private static final Kind IDENTIFIER = Kind.error("author-identifier", "3.2.2");
    private static final int AUTHORS_MAX = 3;

    AuthorRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
    }

    @Override
    void thing(Thing thing) {
        int authors = thing.authors.size();
        if (authors > AUTHORS_MAX) {
            findings.add(
                    TOO_MANY,
                    () -> places.author(thing, AUTHORS_MAX),
                    () -> Sentence.of("authors-too-many", "there are {0} authors; the first three are given", authors));
        }
        for (int at = 0; at < authors; at++) {
            check(thing, thing.authors.get(at), at);
        }
    }

    private void check(Thing thing, Author author, int at) {
        if (author.identifiers().size() > 1) {
            findings.add(
                    IDENTIFIER,
                    () -> places.author(thing, at),
                    () -> Sentence.of(
                            "author-identifier.many",
                            "{0} has {1} identifiers; an author has one",
                            author.name(),
                            author.identifiers().size()));
        }
        for (TypedValue id : author.identifiers()) {
            boolean known = id.type().equals("ORCID") || id.type().equals("ISNI");
            Sentence problem = known
                    ? Identifiers.organisationProblem(id.type(), id.value())
                    : Sentence.of(
                            "author-identifier.unknown",
                            "the identifier of {0} is \"{1}:{2}\"; it must be an ORCID or an ISNI",
                            author.name(),
                            id.type(),
                            id.value());
            if (problem != null) {
                findings.add(IDENTIFIER, () -> places.author(thing, at), () -> problem);
            }
        }
    }
}
