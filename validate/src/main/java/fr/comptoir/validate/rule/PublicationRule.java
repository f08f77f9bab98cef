package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** Publication_Date is a day, and Article_Version one of NISO's (CoP section 3.2.2). */
final class PublicationRule extends BodyRule {
    private static final Kind DATE = Kind.error("publication-date", "3.2.2");
    private static final Kind VERSION = Kind.critical("article-version", "3.2.2");
    private static final Kind SEGMENTS = Kind.error("book-segment-count", "11.5");
    private static final Set<String> VERSIONS = Set.of("AO", "SMUR", "AM", "P", "VoR", "CVoR", "EVoR");

    PublicationRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
    }

    @Override
    void thing(Thing thing) {
        String date = thing.get(Field.PUBLICATION_DATE);
        if (date != null && !date.isEmpty() && !isDay(date)) {
            findings.add(
                    DATE,
                    () -> places.field(thing, Field.PUBLICATION_DATE),
                    () -> Sentence.of(
                            "publication-date", "Publication_Date is \"{0}\"; it must be a day, yyyy-mm-dd", date));
        }
        String version = thing.get(Field.ARTICLE_VERSION);
        if (version != null && !version.isEmpty() && !VERSIONS.contains(version)) {
            findings.add(
                    VERSION,
                    () -> places.field(thing, Field.ARTICLE_VERSION),
                    () -> Sentence.of(
                            "article-version",
                            "Article_Version is \"{0}\"; it can be AO, SMUR, AM, P, VoR, CVoR, EVoR",
                            version));
        }
        String segments = thing.get(Field.BOOK_SEGMENT_COUNT);
        if (segments != null && !segments.isEmpty() && !segments.matches("[1-9][0-9]{0,8}")) {
            findings.add(
                    SEGMENTS,
                    () -> places.field(thing, Field.BOOK_SEGMENT_COUNT),
                    () -> Sentence.of(
                            "book-segment-count",
                            "Book_Segment_Count is \"{0}\"; it must be a whole number above 0",
                            segments));
        }
    }

    private static boolean isDay(String text) {
        if (text.length() != 10) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
