package fr.comptoir.registry;

import fr.comptoir.model.catalogue.Institution;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /**
     * Whether an institution belongs to a consortium on a day: as its member, or as a member of its members.
     *
     * @param institutions all of them by customer id
     */
    public static boolean belongs(
            String customer, String consortium, Map<String, Institution> institutions, LocalDate day) {
        return belongs(customer, consortium, institutions, (int) day.toEpochDay(), new HashSet<>());
    }

    private static boolean belongs(
            String customer, String consortium, Map<String, Institution> institutions, int day, Set<String> seen) {
        Institution institution = institutions.get(customer);
        if (institution == null || !seen.add(customer)) {
            return false;
        }
        return institution.memberOf().stream()
                .map(Dated::parse)
                .filter(membership -> membership.holds(day))
                .anyMatch(membership -> membership.value().equals(consortium)
                        || belongs(membership.value(), consortium, institutions, day, seen));
    }
}
