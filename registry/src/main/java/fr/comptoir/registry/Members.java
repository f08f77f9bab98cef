package fr.comptoir.registry;

import fr.comptoir.model.catalogue.Institution;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Who belongs to a consortium (CoP 5.1, section 10.3). */
public final class Members {
    private Members() {}

    /**
     * The institutions that are themselves members of a consortium on at least one of the days, by ascending customer id. Members of
     * members are not among them.
     *
     * @param from first day
     * @param to last day, included
     */
    public static List<Institution> of(
            String consortium, Collection<Institution> institutions, LocalDate from, LocalDate to) {
        Dated days = new Dated(consortium, (int) from.toEpochDay(), (int) to.toEpochDay());
        return institutions.stream()
                .filter(institution -> institution.memberOf().stream()
                        .map(Dated::parse)
                        .anyMatch(membership -> membership.value().equals(consortium) && membership.overlaps(days)))
                .sorted(Comparator.comparing(Institution::customerId))
                .toList();
    }
}
