package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.HeaderValue;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Created is a moment after RFC 3339 without parts of a second, and Created_By says who made the report (CoP section 3.2.1). */
final class CreatedRule implements HeaderRule {
    private static final Kind MISSING = Kind.critical("created-missing", "3.2.1");
    private static final Kind FORM = Kind.error("created-form", "3.2.1");
    private static final Kind BY = Kind.critical("created-by", "3.2.1");
    private static final Pattern RFC_3339 =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})");

    @Override
    public void check(Header header, Findings findings) {
        HeaderValue created = header.values.get("Created");
        if (created == null || created.text().isBlank()) {
            findings.add(MISSING, header.place("Created"), Sentence.of("missing", "{0} is missing", "Created"));
        } else if (!RFC_3339.matcher(created.text()).matches() || !isMoment(created.text())) {
            findings.add(
                    FORM,
                    created.place(),
                    Sentence.of(
                            "created-form",
                            "Created is \"{0}\"; the form is yyyy-mm-ddThh:mm:ssZ, with Z or an offset",
                            created.text()));
        }
        HeaderValue by = header.values.get("Created_By");
        if (by == null || by.text().isBlank()) {
            findings.add(BY, header.place("Created_By"), Sentence.of("missing", "{0} is missing", "Created_By"));
        }
    }

    private static boolean isMoment(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException wrong) {
            return false;
        }
    }
}
