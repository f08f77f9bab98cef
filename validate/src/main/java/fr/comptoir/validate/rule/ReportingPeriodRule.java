package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.HeaderList;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Begin_Date and End_Date: there, whole months, in order (CoP section 3.2.1). */
final class ReportingPeriodRule implements HeaderRule {
    private static final Kind MISSING = Kind.fatal("reporting-period", "3.2.1");
    private static final Kind FORM = Kind.error("reporting-period-form", "3.2.1");
    private static final Kind ORDER = Kind.fatal("reporting-period-order", "3.2.1");
    private static final int MONTHS_MAX = 600;

    @Override
    public void check(Header header, Findings findings) {
        YearMonth begin = month(header, "Begin_Date", findings);
        YearMonth end = month(header, "End_Date", findings);
        if (begin == null || end == null) {
            return;
        }
        if (end.isBefore(begin)) {
            findings.add(
                    ORDER,
                    place(header, "End_Date"),
                    Sentence.of("reporting-period-order.dates", "End_Date is before Begin_Date"));
        } else if (begin.until(end, ChronoUnit.MONTHS) >= MONTHS_MAX) {
            findings.add(
                    ORDER,
                    place(header, "End_Date"),
                    Sentence.of(
                            "reporting-period-order.long",
                            "the reporting period has more than {0} months",
                            MONTHS_MAX));
        }
    }

    private static String place(Header header, String name) {
        HeaderList list = header.filters.get(name);
        return list == null
                ? header.json ? "/Report_Header/Report_Filters" : header.place("Reporting_Period")
                : list.place();
    }

    private static @Nullable YearMonth month(Header header, String name, Findings findings) {
        HeaderList list = header.filters.get(name);
        YearMonth month = header.month(name).orElse(null);
        if (month == null) {
            findings.add(
                    MISSING,
                    place(header, name),
                    list == null
                            ? Sentence.of("missing", "{0} is missing", name)
                            : Sentence.of(
                                    "reporting-period",
                                    "{0} is \"{1}\"; the form is yyyy-mm-dd",
                                    name,
                                    String.join("|", list.values())));
            return null;
        }
        String text = list == null ? "" : list.values().get(0);
        LocalDate expected = name.equals("Begin_Date") ? month.atDay(1) : month.atEndOfMonth();
        if (!text.equals(expected.toString())) {
            findings.add(
                    FORM,
                    place(header, name),
                    Sentence.of(
                            "reporting-period-form",
                            "{0} is \"{1}\"; a reporting period is of whole months, here it must be {2}",
                            name,
                            text,
                            expected));
            return isDate(text) || text.strip().length() == 7 ? month : null;
        }
        return month;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text.strip());
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
