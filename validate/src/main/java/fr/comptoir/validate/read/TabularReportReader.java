package fr.comptoir.validate.read;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Hash64;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.ReportEvents;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.read.ColumnMap.Column;
import fr.comptoir.validate.read.ColumnMap.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table, row by row. What a row repeats from the row before is told, and looked at, once.
 */
final class TabularReportReader {
    private static final int ITEM = 1;
    private static final int PARENT = 2;
    private static final int COMPONENT = 4;
    private static final int DATA_TYPE = 8;

    private final RowSource rows;
    private final Findings findings;
    private final ReportEvents events;
    private final Lists lists;
    private final Counts counts;
    private final Map<String, MetricType> metrics = new HashMap<>();
    private long number;
    private String[] before = {};

    TabularReportReader(RowSource rows, Findings findings, ReportEvents events) {
        this.rows = rows;
        this.findings = findings;
        this.events = events;
        lists = new Lists(findings);
        counts = new Counts(findings);
        for (MetricType metric : MetricType.values()) {
            metrics.put(metric.code(), metric);
        }
    }

    /** The number of the last row that was taken. */
    long number() {
        return number;
    }

    void read() {
        TabularHeaderReader headerReader = new TabularHeaderReader(findings);
        String[] headings = readHeader(headerReader);
        Header header = headerReader.read();
        if (header == null) {
            return;
        }
        Layout layout = Layout.of(header).orElse(null);
        ColumnMap columns = layout == null ? null : new ColumnMap(layout, findings, number);
        events.header(
                header,
                layout,
                columns == null || layout == null ? NoPlaces.INSTANCE : new TabularPlaces(layout, columns));
        if (layout == null || columns == null) {
            findings.add(
                    Form.BODY_UNCHECKED,
                    "row " + (number + 1),
                    Sentence.of(
                            "body-not-checked.header", "what is wrong in the header keeps the body from being read"));
            return;
        }
        if (headings == null) {
            findings.add(
                    Form.COLUMNS_MISSING,
                    "row " + (number + 1),
                    Sentence.of("columns-missing.all", "there are no column headings"));
            return;
        }
        boolean dates = rows instanceof XlsxRows sheet && sheet.hadDates();
        if (!columns.read(headings, dates)) {
            findings.add(
                    Form.BODY_UNCHECKED,
                    "row " + (number + 1),
                    Sentence.of("body-not-checked.columns", "with columns missing the body cannot be read"));
            return;
        }
        new Body(layout, columns).read();
        events.end();
    }

    private String @Nullable [] readHeader(TabularHeaderReader header) {
        while (true) {
            String[] cells = next();
            if (cells == null || !header.take(cells)) {
                return cells;
            }
            if (header.isFull()) {
                return null;
            }
        }
    }

    private String @Nullable [] next() {
        String[] cells = rows.next();
        if (cells != null) {
            number++;
        }
        return cells;
    }

    /** The rows below the headings. */
    private final class Body {
        private final Layout layout;
        private final Column[] columns;
        private final int[] marks;
        private final TabularPlaces places;
        private final Thing item = new Thing(Role.ITEM);
        private final Thing parent = new Thing(Role.PARENT);
        private final Thing component = new Thing(Role.COMPONENT);
        private final UsageRow row;
        private final boolean hasParents;
        private long itemHash;

        Body(Layout layout, ColumnMap map) {
            this.layout = layout;
            columns = map.columns.toArray(new Column[0]);
            places = new TabularPlaces(layout, map);
            row = new UsageRow(item, layout.counts());
            hasParents = layout.parents;
            marks = new int[columns.length];
            for (int at = 0; at < marks.length; at++) {
                marks[at] = mark(columns[at]);
            }
        }

        private int mark(Column column) {
            return switch (column.target) {
                case FIELD, PUBLISHER_ID, AUTHORS ->
                    switch (column.role) {
                        case ITEM -> ITEM;
                        case PARENT -> PARENT;
                        case COMPONENT -> COMPONENT;
                    };
                case ATTRIBUTE -> column.attribute == Attribute.DATA_TYPE ? DATA_TYPE : 0;
                default -> 0;
            };
        }

        void read() {
            before = new String[columns.length];
            int changed = ITEM | PARENT | COMPONENT | DATA_TYPE;
            boolean first = true;
            for (String[] cells = next(); cells != null; cells = next()) {
                if (Cells.isBlank(cells)) {
                    long blank = number;
                    findings.add(
                            Form.BLANK_ROW, () -> "row " + blank, () -> Sentence.of("blank-row", "the row is blank"));
                    continue;
                }
                changed = first ? changed : 0;
                first = false;
                row.outside = 0;
                for (int at = 0; at < columns.length; at++) {
                    changed |= cell(at, at < cells.length ? cells[at] : "");
                }
                for (int at = columns.length; at < cells.length; at++) {
                    extraCell(at, cells[at]);
                }
                tell(changed);
            }
        }

        private void extraCell(int column, String text) {
            if (!text.isBlank()) {
                long here = number;
                findings.add(
                        Form.EXTRA_CELL,
                        () -> Cells.place(column, here),
                        () -> Sentence.of("extra-cell", "the cell has \"{0}\", but its column has no heading", text));
            }
        }

        /** Takes one cell and gives what it changes. */
        private int cell(int at, String text) {
            Column column = columns[at];
            switch (column.target) {
                case MONTH -> row.counts[column.month] = count(at, text);
                case MONTH_OUTSIDE -> row.outside += Math.max(0, Counts.digits(text));
                case TOTAL -> row.total = count(at, text);
                case METRIC -> {
                    if (!text.equals(before[at])) {
                        before[at] = text;
                        row.metric = metrics.get(text);
                        row.metricText = text;
                    }
                }
                case ATTRIBUTE -> {
                    if (!text.equals(before[at]) && column.attribute != null) {
                        before[at] = text;
                        row.attributes[column.attribute.ordinal()] = text;
                        return marks[at];
                    }
                }
                default -> {
                    if (!text.equals(before[at])) {
                        before[at] = text;
                        return marks[at];
                    }
                }
            }
            return 0;
        }

        private long count(int at, String text) {
            long digits = Counts.digits(text);
            if (digits >= 0) {
                return digits;
            }
            long here = number;
            return counts.read(text, () -> Cells.place(at, columns[at].heading, here));
        }

        private void tell(int changed) {
            row.code = number;
            if (layout.totalsOnly) {
                row.counts[0] = row.total;
            }
            if ((changed & ITEM) != 0) {
                fill(item);
                events.thing(item);
            }
            if (hasParents && (changed & PARENT) != 0) {
                fill(parent);
                if (!parent.isEmpty()) {
                    events.thing(parent);
                }
            }
            row.parent = hasParents && !parent.isEmpty() ? parent : null;
            if (layout.components && (changed & COMPONENT) != 0) {
                fill(component);
                if (!component.isEmpty()) {
                    events.thing(component);
                }
            }
            row.component = layout.components && !component.isEmpty() ? component : null;
            if ((changed & (ITEM | PARENT)) != 0) {
                long parentHash = row.parent == null ? 0 : parent.hash();
                // Chapters of different books may have one name and nothing else that tells them apart.
                itemHash = item.hasIdentifier() ? item.hash() : Hash64.then(item.hash(), parentHash);
                row.itemHash = itemHash;
                row.parentKey = parentHash;
            }
            if (hasParents && (changed & (ITEM | PARENT | DATA_TYPE)) != 0) {
                events.itemsOf(row.parent, row.get(Attribute.DATA_TYPE), number);
            }
            events.row(row);
        }

        private void fill(Thing thing) {
            thing.clear();
            thing.code = number;
            for (int at = 0; at < columns.length; at++) {
                Column column = columns[at];
                String text = before[at];
                if (column.role == thing.role && text != null && !text.isEmpty()) {
                    fill(thing, column, at, text);
                }
            }
        }

        private void fill(Thing thing, Column column, int at, String text) {
            long here = number;
            Supplier<String> place = () -> Cells.place(at, column.heading, here);
            if (column.target == Target.FIELD && column.field != null) {
                thing.set(column.field, text);
            } else if (column.target == Target.PUBLISHER_ID) {
                thing.publisherIds.addAll(lists.typed("Publisher_ID", text, PUBLISHER_TYPES, place));
            } else if (column.target == Target.AUTHORS) {
                thing.authors.addAll(lists.authors(column.heading, text, place));
            }
        }

        @Override
        public String toString() {
            return places.row(number) + " " + item.get(Field.NAME);
        }
    }

    static final Set<String> PUBLISHER_TYPES = Set.of("ISNI", "ROR");
}
