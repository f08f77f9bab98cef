package fr.comptoir.store.usage;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.usage.Attributes.Kind;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;

/** {@link UsedPackages} out of usage in memory. */
final class KeptPackages {
    private static final int NONE = -1;

    private final KeptUsage usage;
    private final MetricType[] metrics;
    private final List<CountedMonth> months;
    private final MetricType metric;
    private final boolean[] asked;
    private final boolean[] before;
    private final List<PackageTitles.Titles> packages = new ArrayList<>();
    /** By number of a title: its place among those that are in any package. */
    private final int[] places;

    /** By place, as many as there are {@link #metrics} for each. */
    private final long[] counts;

    private final long[] opened;
    private final long[] earlier;
    /** By place, one for each month. */
    private final long[] courses;

    private final boolean[] inCourse;

    /** @param wanted a condition on the type of a title */
    KeptPackages(
            KeptUsage usage,
            TitleNumbers titles,
            Choice<String> names,
            Predicate<DataType> wanted,
            List<CountedMonth> months,
            MetricType metric,
            SortedSet<YearMonth> asked,
            SortedSet<YearMonth> before)
            throws IOException {
        this.usage = usage;
        this.metrics = usage.counted(Sources.metrics(Sources.TITLES)).toArray(new MetricType[0]);
        this.months = months;
        this.metric = metric;
        this.asked = KeptTitles.among(months, asked);
        this.before = KeptTitles.among(months, before);
        places = new int[titles.size()];
        Arrays.fill(places, NONE);
        int size = 0;
        for (PackageTitles.Titles one : titles.packages()) {
            PackageTitles.Titles some = new PackageTitles.Titles(one.name(), new ArrayList<>(), new ArrayList<>());
            for (int i = 0; names.passes(one.name()) && i < one.titles().size(); i++) {
                int title = one.titles().get(i);
                if (wanted.test(one.dataTypes().get(i)) && usage.isChosen(title)) {
                    some.titles().add(title);
                    places[title] = places[title] == NONE ? size++ : places[title];
                }
            }
            if (!some.titles().isEmpty()) {
                packages.add(some);
            }
        }
        counts = new long[size * metrics.length];
        opened = new long[size];
        earlier = new long[size];
        courses = new long[size * months.size()];
        inCourse = new boolean[courses.length];
    }

    /** By name. */
    List<PackageRow> rows() {
        int[] columns = usage.columns(usage.counted(Sources.metrics(Sources.TITLES)));
        boolean compares = usage.counts(metric);
        int[] ofCompared = usage.columns(Set.of(metric));
        int[] ofRequests = usage.columns(Set.of(MetricType.TOTAL_ITEM_REQUESTS));
        usage.forEach((month, of, group) -> {
            if (Attributes.kind(of.attributes(group)) != Kind.TITLE || !(asked[month] || before[month])) {
                return;
            }
            AccessType type = usage.accessType(of.attributes(group));
            boolean open = type != null && type != AccessType.CONTROLLED;
            Figures figures = of.figures();
            int[] all = figures.places(columns);
            int compared = figures.places(ofCompared)[0];
            int requests = figures.places(ofRequests)[0];
            for (int row = of.begin(group); row < of.end(group); row++) {
                int title = places[of.title(row)];
                if (title == NONE) {
                    continue;
                }
                int at = of.counts(row);
                if (before[month]) {
                    earlier[title] += compares ? figures.at(at + compared) : 0;
                }
                if (asked[month]) {
                    opened[title] += open ? figures.at(at + requests) : 0;
                    courses[title * months.size() + month] += compares ? figures.at(at + compared) : 0;
                    inCourse[title * months.size() + month] = true;
                    for (int i = 0; i < all.length; i++) {
                        counts[title * metrics.length + i] += figures.at(at + all[i]);
                    }
                }
            }
        });
        return packages.stream().map(this::row).toList();
    }

    private PackageRow row(PackageTitles.Titles one) {
        long used = 0;
        long hardlyUsed = 0;
        long refused = 0;
        long open = 0;
        long ofBefore = 0;
        long[] sums = new long[MetricType.values().length];
        SortedMap<YearMonth, Long> course = new TreeMap<>();
        for (int title : one.titles()) {
            int place = places[title];
            long[] ofTitle = new long[sums.length];
            for (int i = 0; i < metrics.length; i++) {
                ofTitle[metrics[i].ordinal()] = counts[place * metrics.length + i];
                sums[metrics[i].ordinal()] += counts[place * metrics.length + i];
            }
            long requests = ofTitle[MetricType.TOTAL_ITEM_REQUESTS.ordinal()];
            used += requests > 0 ? 1 : 0;
            hardlyUsed += requests > 0 && requests < PackageRow.FEW_REQUESTS ? 1 : 0;
            refused += ofTitle[MetricType.NO_LICENSE.ordinal()] >= PackageRow.MANY_REFUSALS ? 1 : 0;
            open += opened[place];
            ofBefore += earlier[place];
            for (int month = 0; month < months.size(); month++) {
                if (inCourse[place * months.size() + month]) {
                    course.merge(months.get(month).month(), courses[place * months.size() + month], Long::sum);
                }
            }
        }
        return new PackageRow(one.name(), one.titles().size(), used, hardlyUsed, refused, sums, open, ofBefore, course);
    }
}
