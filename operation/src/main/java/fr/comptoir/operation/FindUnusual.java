package fr.comptoir.operation;

import fr.comptoir.store.Store;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.unusual.Bounds;
import fr.comptoir.store.unusual.Explained;
import fr.comptoir.store.unusual.Explanation;
import fr.comptoir.store.unusual.Unusual;
import fr.comptoir.store.unusual.UnusualUsage;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Usage of a month that people should look at, with what explains it (CoP 5.1, section 7.12). It changes nothing. */
public final class FindUnusual {
    /** A mean of fewer months says little. */
    private static final int MONTHS_MIN = 3;
    /** Each reads the actions of two months; the smaller ones can be taken apart when somebody looks at them. */
    private static final int EXPLAINED_MAX = 100;

    private FindUnusual() {}

    /**
     * One case.
     *
     * @param parts what explains most of it, the largest share first; empty where that was not looked for
     */
    public record Case(Unusual usage, List<Explained> parts) {}

    /**
     * All of a month.
     *
     * @param cases the largest difference first
     * @param daysWithoutLines days of the month of which no line was read: a log that is missing explains a dip
     */
    public record Found(List<Case> cases, List<LocalDate> daysWithoutLines) {}

    /**
     * Looks for it.
     *
     * @param usual bounds of customers that have none of their own
     * @param own bounds by customer
     */
    public static Found in(ReportingSite site, YearMonth month, Bounds usual, Map<String, Bounds> own)
            throws IOException {
        Store store = site.store();
        List<Unusual> all = new UnusualUsage(store.folder(), store.state()).in(month, usual, own, MONTHS_MIN);
        List<Case> cases = new ArrayList<>();
        try (Explanation explanation = new Explanation(store.folder(), store.state(), month)) {
            for (Unusual usage : all) {
                cases.add(new Case(usage, cases.size() < EXPLAINED_MAX ? explanation.of(usage) : List.of()));
            }
        }
        return new Found(cases, daysWithoutLines(store.state().month(month)));
    }

    private static List<LocalDate> daysWithoutLines(MonthState month) {
        return IntStream.rangeClosed(1, month.month().lengthOfMonth())
                .mapToObj(month.month()::atDay)
                .filter(day -> month.hours().getOrDefault(day, 0) == 0)
                .toList();
    }
}
