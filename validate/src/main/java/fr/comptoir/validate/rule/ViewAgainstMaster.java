package fr.comptoir.validate.rule;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.declaration.ReportDeclaration;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Hash64;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.ReportEvents;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a standard view are those of its master report under the view's filters (CoP 5.1, section 3.1). Told the view first, then the master. Items
 * are known by name, platform, DOI and proprietary id.
 */
public final class ViewAgainstMaster {
    private static final Kind CONTRADICTS = Kind.error("view-contradicts-master", "3.1");
    private static final Set<String> PERIOD = Set.of("Begin_Date", "End_Date", "Platform");
    private static final Field[] KNOWN_BY = {Field.NAME, Field.PLATFORM, Field.DOI, Field.PROPRIETARY_ID};

    private final LongIndex rows = new LongIndex();
    private final LongList codes = new LongList();
    private final LongList counts = new LongList();
    private final List<Sentence> names = new ArrayList<>();
    private @Nullable Layout view;
    private @Nullable Places viewPlaces;
    private @Nullable Layout master;

    /** What to tell the view to. */
    public ReportEvents view() {
        return new View();
    }

    /** What to tell the master report to, after the view. */
    public ReportEvents master() {
        return new Master();
    }

    private static long key(UsageRow row, Layout view) {
        long key = Hash64.of(row.metricText);
        for (Field field : KNOWN_BY) {
            String value = row.item.get(field);
            key = Hash64.then(key, value == null || value.isEmpty() ? 0 : Hash64.of(value));
        }
        for (Attribute attribute : view.attributes) {
            String value = row.get(attribute);
            key = Hash64.then(key, value == null || value.isEmpty() ? 0 : Hash64.of(value));
        }
        return key;
    }

    private final class View implements ReportEvents {
        @Override
        public void header(Header header, @Nullable Layout layout, Places places) {
            view = layout;
            viewPlaces = places;
        }

        @Override
        public void row(UsageRow row) {
            if (view != null && row.metric != null) {
                add(key(row, view), row, 1, row.code);
            }
        }
    }

    private void add(long key, UsageRow row, int sign, long code) {
        int number = rows.add(key);
        if (number < 0) {
            number = ~number;
            codes.add(code);
            names.add(Sentence.of(
                    "view-figure", "{0} of \"{1}\"", row.metricText, String.valueOf(row.item.get(Field.NAME))));
            for (int month = 0; month < row.counts.length; month++) {
                counts.add(0);
            }
        }
        for (int month = 0; month < row.counts.length; month++) {
            int at = number * row.counts.length + month;
            counts.set(at, counts.get(at) + sign * Math.max(0, row.counts[month]));
        }
    }

    private final class Master implements ReportEvents {
        private final List<Map.Entry<Attribute, Set<String>>> presets = new ArrayList<>();

        @Override
        public void header(Header header, @Nullable Layout layout, Places places) {
            if (view == null || layout == null || !canBeCompared(view, layout)) {
                return;
            }
            master = layout;
            view.report.presets().forEach((name, values) -> {
                Attribute attribute = Attribute.of(name);
                if (attribute != null && layout.shows(attribute)) {
                    presets.add(Map.entry(attribute, Set.copyOf(values)));
                }
            });
        }

        @Override
        public void row(UsageRow row) {
            MetricType metric = row.metric;
            if (view == null
                    || master == null
                    || metric == null
                    || !view.report.metrics().contains(metric)) {
                return;
            }
            for (Map.Entry<Attribute, Set<String>> preset : presets) {
                String value = row.get(preset.getKey());
                if (value == null || !preset.getValue().contains(value)) {
                    return;
                }
            }
            add(key(row, view), row, -1, -1);
        }
    }

    /** Whether the master report has all that the view is made from: the same months, the columns of its filters, and no filter of its own. */
    private static boolean canBeCompared(Layout view, Layout master) {
        ReportDeclaration report = view.report;
        boolean same = report.release() == master.report.release()
                && master.report.id().equals(report.master())
                && view.begin.equals(master.begin)
                && view.end.equals(master.end)
                && view.totalsOnly == master.totalsOnly
                && !master.components;
        Set<String> filters = new HashSet<>(master.header.filters.keySet());
        filters.removeAll(PERIOD);
        return same
                && filters.isEmpty()
                && master.attributes.containsAll(view.attributes)
                && report.presets().keySet().stream().allMatch(name -> {
                    Attribute attribute = Attribute.of(name);
                    return attribute != null && master.shows(attribute);
                });
    }

    /** Whether both had what is needed to compare them. */
    public boolean compared() {
        return master != null;
    }

    /** Says where the view differs from {@code masterName}. */
    public void finish(String masterName, Findings findings) {
        if (view == null || master == null || viewPlaces == null) {
            return;
        }
        findings.release(view.report.release());
        Layout layout = view;
        Places places = viewPlaces;
        int months = layout.counts();
        for (int row = 0; row < rows.size(); row++) {
            long code = codes.get(row);
            Sentence name = names.get(row);
            for (int month = 0; month < months; month++) {
                long difference = counts.get(row * months + month);
                if (difference != 0) {
                    String key = layout.key(month);
                    findings.add(
                            CONTRADICTS,
                            () -> code < 0 ? "body" : places.row(code),
                            () -> difference > 0
                                    ? Sentence.of(
                                            "view-contradicts-master.more",
                                            "{0} is {1} more in {2} than in {3}",
                                            name,
                                            difference,
                                            key,
                                            masterName)
                                    : Sentence.of(
                                            "view-contradicts-master.less",
                                            "{0} is {1} less in {2} than in {3}",
                                            name,
                                            -difference,
                                            key,
                                            masterName));
                    break; // one month is enough to look at the row
                }
            }
        }
    }
}
