package fr.comptoir.validate.rule;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Hash64;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;

/** One item with one set of attributes stands once: one row for each metric, one Attribute_Performance (CoP 5.1, sections 3.2.2 and 5.1). */
final class RepeatedRowRule extends BodyRule {
    private static final Kind REPEATED = Kind.critical("row-repeated", "3.2.2");
    private static final Kind SPLIT = Kind.error("attribute-performance-split", "5.1");
    private static final Kind SPLIT_R5 = Kind.notice("report-item-split", "8.2").inR5("8");

    private final LongIndex rows = new LongIndex();
    private final LongList rowCodes = new LongList();
    private final LongList months = new LongList();
    private final LongIndex sets = new LongIndex();
    private final LongList setCodes = new LongList();
    private final boolean json;
    private long lastSplit = -1;
    private long lastSet;
    private int lastSetNumber = -1;

    RepeatedRowRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
        json = layout.header.json;
    }

    @Override
    void row(UsageRow row) {
        long set = row.attributesHash();
        if (json && row.component == null) {
            checkSet(row, set);
        }
        if (json && release == Release.R5_1) {
            return; // a metric cannot stand twice in one object, and two objects are a finding already
        }
        long component = row.component == null ? 0 : row.component.hash();
        checkRow(row, key(Hash64.then(set, component), row));
    }

    /** The metrics of one item with its attributes differ in their last bits only, and are found near each other. */
    private static long key(long set, UsageRow row) {
        return row.metric == null
                ? Hash64.then(set, Hash64.of(row.metricText))
                : (set & -(1L << LongIndex.NEAR_BITS)) | row.metric.ordinal();
    }

    private void checkSet(UsageRow row, long set) {
        int number = lastSetNumber >= 0 && set == lastSet ? lastSetNumber : sets.add(set);
        lastSet = set;
        lastSetNumber = number < 0 ? ~number : number;
        if (number < 0) {
            setCodes.add(row.code);
        } else if (setCodes.get(number) != row.code && lastSplit != row.code) {
            lastSplit = row.code;
            findings.add(
                    release == Release.R5_1 ? SPLIT : SPLIT_R5,
                    () -> places.row(row.code),
                    () -> Sentence.of(
                            "attribute-performance-split",
                            "the same item with the same attributes stands at {0} already",
                            places.rowInSentence(setCodes.get(number))));
        }
    }

    private void checkRow(UsageRow row, long key) {
        long here = monthsOf(row);
        int number = rows.add(key);
        if (number < 0) {
            rowCodes.add(row.code);
            months.add(here);
            return;
        }
        boolean overlap = (months.get(number) & here) != 0;
        months.set(number, months.get(number) | here);
        if (overlap) {
            findings.add(
                    REPEATED,
                    () -> json ? places.metric(row) : places.row(row.code),
                    () -> Sentence.of(
                            "row-repeated",
                            "{0} of the same item with the same attributes stands at {1} already",
                            row.metricText,
                            places.rowInSentence(rowCodes.get(number))));
        }
    }

    /** A table has all months in one row; in JSON a metric may be told month by month. Months beyond the 63rd are taken together. */
    private long monthsOf(UsageRow row) {
        if (!json) {
            return -1;
        }
        long bits = 0;
        for (int month = 0; month < Math.min(63, row.counts.length); month++) {
            if (row.counts[month] != UsageRow.ABSENT) {
                bits |= 1L << month;
            }
        }
        return bits;
    }
}
