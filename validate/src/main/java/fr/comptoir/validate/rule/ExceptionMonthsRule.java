package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.DeclaredException;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;

/** A report without usage says why; 3030 stands in no report with usage; 3031 and 3032 need months without usage (CoP 5.1, Appendix D). */
final class ExceptionMonthsRule extends BodyRule {
    private static final Kind MISSING =
            Kind.critical("exception-missing", "Appendix D").inR5("Appendix F");
    private static final Kind WITH_USAGE =
            Kind.critical("exception-with-usage", "Appendix D").inR5("Appendix F");
    private static final Kind COMBINATION =
            Kind.critical("exception-combination", "Appendix D").inR5("Appendix F");

    private static final Pattern MONTH = Pattern.compile("\\b[0-9]{4}-(?:0[1-9]|1[0-2])\\b");

    private boolean usage;

    ExceptionMonthsRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
    }

    @Override
    void row(UsageRow row) {
        usage = true;
    }

    @Override
    void end() {
        Header header = layout.header;
        List<Integer> codes = header.exceptions.stream()
                .map(exception -> exception.code())
                .filter(code -> code >= 3030 && code <= 3040)
                .distinct()
                .toList();
        String place = header.exceptions.isEmpty()
                ? header.place("Exceptions")
                : header.exceptions.get(0).place();
        if (codes.isEmpty()) {
            if (!usage) {
                findings.add(
                        MISSING,
                        place,
                        Sentence.of(
                                "exception-missing",
                                "a report without usage must have an exception 3030, 3031, 3032 or 3040"));
            }
            return;
        }
        if (usage && codes.contains(3030)) {
            findings.add(
                    WITH_USAGE,
                    place,
                    Sentence.of("exception-with-usage", "exception 3030 says that there is no usage, but there is"));
            return;
        }
        List<Integer> inside = header.exceptions.stream()
                .filter(exception -> codes.contains(exception.code()) && !namesMonthOutside(exception))
                .map(DeclaredException::code)
                .distinct()
                .toList();
        if (inside.size() > layout.months()) {
            findings.add(
                    COMBINATION,
                    place,
                    Sentence.of(
                            "exception-combination.number",
                            "there are more of the exceptions 3030 to 3040 than months in the reporting period"));
        } else if (usage && inside.size() == layout.months() && !inside.contains(3040)) {
            findings.add(
                    COMBINATION,
                    place,
                    Sentence.of(
                            "exception-combination.month",
                            "each exception 3031 and 3032 needs a month without usage in the reporting period"));
        }
    }

    /** The reporting period may show the months that have usage only, and Data the others (CoP 5.1 and 5.0.3, table 3.f). */
    private boolean namesMonthOutside(DeclaredException exception) {
        String data = exception.data();
        return data != null
                && MONTH.matcher(data)
                        .results()
                        .map(month -> YearMonth.parse(month.group()))
                        .anyMatch(month -> month.isBefore(layout.begin) || month.isAfter(layout.end));
    }
}
