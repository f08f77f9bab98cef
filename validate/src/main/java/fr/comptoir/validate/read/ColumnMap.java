package fr.comptoir.validate.read;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.declaration.ReportDeclaration;
import fr.comptoir.validate.declaration.Spelling;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.finding.Findings;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which column holds what, as the headings say; and what is wrong with the headings (CoP 5.1, section 3.2.2). */
final class ColumnMap {
    /** What the cells of a column are. */
    enum Target {
        FIELD,
        PUBLISHER_ID,
        AUTHORS,
        ATTRIBUTE,
        METRIC,
        TOTAL,
        MONTH,
        /** A month that is not of the reporting period. */
        MONTH_OUTSIDE,
        /** A column that does not belong there. */
        IGNORED
    }

    /** One column. */
    static final class Column {
        final String heading;
        final Target target;
        final Role role;
        final @Nullable Field field;
        final @Nullable Attribute attribute;
        final int month;

        private Column(
                String heading,
                Target target,
                Role role,
                @Nullable Field field,
                @Nullable Attribute attribute,
                int month) {
            this.heading = heading;
            this.target = target;
            this.role = role;
            this.field = field;
            this.attribute = attribute;
            this.month = month;
        }
    }

    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{1,2})(?:-[0-9]{2})?");
    private static final Pattern MONTH_FIRST = Pattern.compile("([A-Za-z]{3})[a-z]*[- ]([0-9]{2}|[0-9]{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final Layout layout;
    private final Findings findings;
    private final long row;
    private final List<String> expected;
    final List<Column> columns = new ArrayList<>();
    private final Map<String, Integer> found = new HashMap<>();
    private final List<String> outside = new ArrayList<>();

    /** @param row number of the row with the headings, from 1 */
    ColumnMap(Layout layout, Findings findings, long row) {
        this.layout = layout;
        this.findings = findings;
        this.row = row;
        expected = new ArrayList<>(layout.columns);
        expected.add("Metric_Type");
        expected.add("Reporting_Period_Total");
        if (!layout.totalsOnly) {
            for (int month = 0; month < layout.months(); month++) {
                expected.add(layout.heading(month));
            }
        }
    }

    /** Maps the columns; false when one that the report needs is missing, so that the body cannot be read. */
    boolean read(String[] headings, boolean dates) {
        if (dates) {
            findings.add(
                    Form.COLUMN_DATE,
                    "row " + row,
                    Sentence.of(
                            "column-date",
                            "headings of months are dates; they must be text, for a date is shown as the reader's language has it"));
        }
        int last = headings.length;
        while (last > 0 && headings[last - 1].isBlank()) {
            last--;
        }
        for (int at = 0; at < last; at++) {
            columns.add(column(headings[at], at));
        }
        checkPeriod();
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(found.keySet());
        checkOrder();
        if (!missing.isEmpty()) {
            findings.add(
                    Form.COLUMNS_MISSING,
                    "row " + row,
                    Sentence.of("columns-missing.some", "columns are missing: {0}", String.join(", ", missing)));
        }
        return missing.isEmpty();
    }

    private Column column(String text, int at) {
        String heading = text;
        String place = Cells.place(at, row);
        if (!expected.contains(heading)) {
            String meant = Spelling.find(text, expected);
            meant = meant == null ? monthMeant(text.strip()) : meant;
            if (meant == null) {
                return unknown(text, place, at);
            }
            findings.add(
                    Form.COLUMN_SPELLING,
                    place,
                    Sentence.of("column-spelling", "the heading is \"{0}\"; it is spelt {1}", text, meant));
            heading = meant;
        }
        if (found.putIfAbsent(heading, at) != null) {
            findings.add(
                    Form.COLUMN_REPEATED,
                    place,
                    Sentence.of("column-repeated", "the column {0} is there twice", heading));
            return new Column(heading, Target.IGNORED, Role.ITEM, null, null, -1);
        }
        return known(heading);
    }

    private Column unknown(String heading, String place, int at) {
        if (heading.equals("Book_Segment_Count") && requested(heading)) {
            found.put(heading, at);
            return new Column(heading, Target.FIELD, Role.ITEM, Field.BOOK_SEGMENT_COUNT, null, -1);
        }
        if (heading.indexOf(':') > 0 && requested(heading)) {
            return new Column(heading, Target.IGNORED, Role.ITEM, null, null, -1); // a custom attribute of a platform
        }
        if (!layout.totalsOnly && monthOf(heading.strip()) != null) {
            outside.add(heading);
            found.putIfAbsent(heading, at);
            return new Column(heading, Target.MONTH_OUTSIDE, Role.ITEM, null, null, -1);
        }
        ReportDeclaration report = layout.report;
        if (report.attributesToShow().contains(heading) || report.hasColumn(heading)) {
            findings.add(
                    Form.COLUMN_NOT_REQUESTED,
                    place,
                    Sentence.of(
                            "column-not-requested",
                            "the column {0} is there, but Report_Attributes does not ask for it",
                            heading));
        } else {
            findings.add(
                    Form.COLUMN_UNKNOWN,
                    place,
                    Sentence.of("column-unknown", "the column \"{0}\" does not belong to {1}", heading, report.id()));
        }
        return new Column(heading, Target.IGNORED, Role.ITEM, null, null, -1);
    }

    private boolean requested(String attribute) {
        var list = layout.header.attributes.get("Attributes_To_Show");
        return list != null && list.values().contains(attribute);
    }

    private Column known(String heading) {
        int month = layout.totalsOnly ? -1 : expected.indexOf(heading) - (expected.size() - layout.months());
        if (month >= 0) {
            return new Column(heading, Target.MONTH, Role.ITEM, null, null, month);
        }
        if (heading.equals("Metric_Type")) {
            return new Column(heading, Target.METRIC, Role.ITEM, null, null, -1);
        }
        if (heading.equals("Reporting_Period_Total")) {
            return new Column(heading, Target.TOTAL, Role.ITEM, null, null, -1);
        }
        Attribute attribute = Attribute.of(heading);
        if (attribute != null) {
            return new Column(heading, Target.ATTRIBUTE, Role.ITEM, null, attribute, -1);
        }
        if (heading.equals("Publisher_ID")) {
            return new Column(heading, Target.PUBLISHER_ID, Role.ITEM, null, null, -1);
        }
        return ofThing(heading);
    }

    private Column ofThing(String heading) {
        Role role = heading.startsWith("Parent_")
                ? Role.PARENT
                : heading.startsWith("Component_") ? Role.COMPONENT : Role.ITEM;
        String name = role == Role.ITEM ? heading : heading.substring(heading.indexOf('_') + 1);
        if (name.equals("Authors")) {
            return new Column(heading, Target.AUTHORS, role, null, null, -1);
        }
        boolean isName = role == Role.ITEM ? heading.equals(layout.report.nameColumn()) : name.equals("Title");
        Field field = isName ? Field.NAME : Field.ofColumn(name);
        return new Column(heading, field == null ? Target.IGNORED : Target.FIELD, role, field, null, -1);
    }

    private void checkOrder() {
        List<String> inFile = columns.stream()
                .map(column -> column.heading)
                .filter(expected::contains)
                .distinct()
                .toList();
        List<String> inCode = expected.stream().filter(found::containsKey).toList();
        for (int at = 0; at < Math.min(inFile.size(), inCode.size()); at++) {
            if (!inFile.get(at).equals(inCode.get(at))) {
                int column = found.getOrDefault(inFile.get(at), 0);
                findings.add(
                        Form.COLUMN_ORDER,
                        Cells.place(column, inFile.get(at), row),
                        Sentence.of(
                                "column-order",
                                "the columns are in the wrong order; here {0} must follow",
                                inCode.get(at)));
                return;
            }
        }
    }

    /** One finding for all months of other periods, and none for what follows from them. */
    private void checkPeriod() {
        if (!outside.isEmpty()) {
            findings.add(
                    Form.MONTH_OUTSIDE,
                    Cells.place(index(outside.get(0)), outside.get(0), row),
                    Sentence.of(
                            "month-outside-period.columns",
                            "columns are of months outside the reporting period, {0} to {1}: {2}",
                            layout.heading(0),
                            layout.heading(layout.months() - 1),
                            String.join(", ", outside)));
        }
    }

    /** The month heading that another way of writing months means: {@code 2025-01}, {@code January 2025}, {@code Jan-25}. */
    private @Nullable String monthMeant(String text) {
        YearMonth month = layout.totalsOnly ? null : monthOf(text);
        int at = month == null ? -1 : layout.month(month);
        return at < 0 ? null : layout.heading(at);
    }

    private static @Nullable YearMonth monthOf(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        int year;
        int month;
        if (yearFirst.matches()) {
            year = Integer.parseInt(yearFirst.group(1));
            month = Integer.parseInt(yearFirst.group(2));
        } else if (monthFirst.matches()) {
            int digits = Integer.parseInt(monthFirst.group(2));
            year = digits < 100 ? 2000 + digits : digits;
            month = MONTHS.indexOf(monthFirst.group(1).toLowerCase(Locale.ROOT)) + 1;
        } else {
            return null;
        }
        return month < 1 || month > 12 ? null : YearMonth.of(year, month);
    }

    /** The column of a heading; -1 when there is none. */
    int index(String heading) {
        return found.getOrDefault(heading, -1);
    }

    @Override
    public String toString() {
        return Arrays.toString(columns.stream().map(column -> column.heading).toArray());
    }
}
