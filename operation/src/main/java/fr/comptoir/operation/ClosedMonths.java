package fr.comptoir.operation;

import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.Restatement;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The closed months of a site with the versions of their figures: what was changed by which correction, and what waits. */
public final class ClosedMonths {
    private ClosedMonths() {}

    /**
     * A closed month.
     *
     * @param facts the version of the figures in force
     * @param applied corrections since it was closed, the oldest first
     * @param proposed one that is counted and not in force
     */
    public record Closed(YearMonth month, int facts, List<Correction> applied, Optional<Correction> proposed) {}

    /**
     * A correction.
     *
     * @param facts the version of its figures
     * @param before the version of those before
     * @param at when it came into force, or was counted if it did not
     */
    public record Correction(int facts, int before, String reason, Instant at) {}

    /** All of them, the earliest first. */
    public static List<Closed> of(ReportingSite site) {
        List<Closed> months = new ArrayList<>();
        for (MonthState month : site.store().state().months().values()) {
            if (month.status() != MonthState.Status.OPEN && month.counted().isPresent()) {
                months.add(closed(month, month.counted().get()));
            }
        }
        return months;
    }

    private static Closed closed(MonthState month, Counted counted) {
        List<Correction> applied = new ArrayList<>();
        for (Restatement one : month.restatements()) {
            Restatement.Applied since = one.applied().orElseThrow();
            applied.add(new Correction(one.counted().facts(), since.before().facts(), one.reason(), since.at()));
        }
        return new Closed(
                month.month(),
                counted.facts(),
                applied,
                month.proposed()
                        .map(one -> new Correction(
                                one.counted().facts(),
                                counted.facts(),
                                one.reason(),
                                one.counted().at())));
    }

    /** What a correction changes, by report, customer and metric. */
    public static List<Difference> changes(ReportingSite site, YearMonth month, Correction correction)
            throws IOException {
        return Difference.between(site.store(), month, correction.before(), correction.facts());
    }
}
