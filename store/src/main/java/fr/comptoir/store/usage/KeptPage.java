package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.usage.Attributes.Kind;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that is said of the titles of one page, added up. */
final class KeptPage {
    /** To find a title costs as much as to pass so many rows. */
    private static final int FINDING = 16;

    private final KeptUsage usage;
    private final int[] page;
    private final boolean[] asked;
    private final boolean[] before;
    private final MetricType[] metrics;
    private final int[] columns;
    private final int[] compared;
    private final boolean compares;
    private final Sum[] ofTitle;
    private final boolean[] wanted;

    /**
     * Begins.
     *
     * @param page numbers of titles
     * @param size one more than the highest that there is
     */
    KeptPage(
            KeptUsage usage,
            List<CountedMonth> months,
            int[] page,
            int size,
            TitleOrder order,
            Set<MetricType> metrics) {
        this.usage = usage;
        this.page = page;
        this.metrics = metrics.toArray(new MetricType[0]);
        columns = usage.columns(metrics);
        compared = usage.columns(Set.of(order.metric()));
        compares = usage.counts(order.metric());
        asked = KeptTitles.among(months, order.asked());
        before = KeptTitles.among(months, order.before());
        ofTitle = new Sum[size];
        wanted = new boolean[size];
        for (int title : page) {
            ofTitle[title] = new Sum(months.size());
            wanted[title] = usage.isChosen(title);
        }
    }

    /** What is summed of one title. */
    static final class Sum {
        final long[] counts = new long[MetricType.values().length];
        private final long[] course;
        private final boolean[] inCourse;
        long before;
        int yopFirst;
        int yopLast;

        Sum(int months) {
            course = new long[months];
            inCourse = new boolean[months];
        }

        void year(int year) {
            if (year > 0) {
                yopFirst = yopFirst == 0 ? year : Math.min(yopFirst, year);
                yopLast = Math.max(yopLast, year);
            }
        }

        /** By month, of those in which there is any row. */
        SortedMap<YearMonth, Long> course(List<CountedMonth> months) {
            SortedMap<YearMonth, Long> known = new TreeMap<>();
            for (int month = 0; month < course.length; month++) {
                if (inCourse[month]) {
                    known.put(months.get(month).month(), course[month]);
                }
            }
            return known;
        }
    }

    /** By number of a title; those of the page are there. */
    Sum[] summed() {
        usage.forEach((month, of, group) -> {
            if (Attributes.kind(of.attributes(group)) == Kind.TITLE) {
                int begin = of.begin(group);
                int end = of.end(group);
                if (of.isSorted() && page.length * FINDING < end - begin) {
                    find(month, of, group);
                } else {
                    for (int row = of.next(begin, end, wanted); row < end; row = of.next(row + 1, end, wanted)) {
                        add(month, of, group, row, ofTitle[of.title(row)]);
                    }
                }
            }
        });
        return ofTitle;
    }

    private void find(int month, MonthUsage of, int group) {
        int end = of.end(group);
        for (int title : page) {
            for (int row = of.find(group, title); wanted[title] && row < end && of.title(row) == title; row++) {
                add(month, of, group, row, ofTitle[title]);
            }
        }
    }

    private void add(int month, MonthUsage of, int group, int row, Sum sum) {
        Figures figures = of.figures();
        int at = of.counts(row);
        int figure = compares ? figures.at(at + figures.place(compared[0])) : 0;
        sum.year(KeptTitles.knownYear(of.attributes(group)));
        if (before[month]) {
            sum.before += figure;
        }
        if (asked[month]) {
            sum.course[month] += figure;
            sum.inCourse[month] = true;
            for (int i = 0; i < columns.length; i++) {
                sum.counts[metrics[i].ordinal()] += figures.at(at + figures.place(columns[i]));
            }
        }
    }
}
