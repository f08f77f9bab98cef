package fr.comptoir.server.space;

import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.operation.view.View;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Months of a view that have no figure, as those to come: its totals are of the others, and with other totals they cannot be compared.
 *
 * @param known how many months have figures
 * @param asked of so many
 * @param others those that have, where nothing is between them; empty for none
 */
public record Gaps(int known, int asked, Optional<Period> others) {
    /** Those of a view; empty when all its months have figures. */
    static Optional<Gaps> of(View view, SortedSet<YearMonth> counted) {
        SortedSet<YearMonth> asked = view.asked();
        TreeSet<YearMonth> known = new TreeSet<>(asked);
        known.retainAll(counted);
        if (known.size() == asked.size()) {
            return Optional.empty();
        }
        Optional<Period> others = Optional.of(known)
                .filter(months -> !months.isEmpty())
                .map(months -> new Period(Optional.empty(), months.first(), months.last()))
                .filter(period -> period.months() == known.size());
        return Optional.of(new Gaps(known.size(), asked.size(), others));
    }
}
