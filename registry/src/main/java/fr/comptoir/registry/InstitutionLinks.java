package fr.comptoir.registry;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.net.IpAddress;
import fr.comptoir.model.net.IpRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What institutions say of one another: memberships, and ranges and organisations that several have. */
final class InstitutionLinks {
    /** More pairs of overlapping ranges are not looked for. */
    private static final int OVERLAPS_MAX = 10_000;

    private record Held(IpRange range, Dated days, Institution institution) {}

    private final Problems problems;
    private final List<Institution> institutions;
    private final boolean onlyOfFile;
    private final Map<String, Institution> byId = new HashMap<>();

    /** @param onlyOfFile whether what two institutions share is said only when one of them is of the file, with a line */
    InstitutionLinks(Problems problems, List<Institution> institutions, boolean onlyOfFile) {
        this.problems = problems;
        this.onlyOfFile = onlyOfFile;
        this.institutions = institutions;
        institutions.forEach(institution -> byId.put(institution.customerId(), institution));
    }

    void check() {
        checkMemberships();
        checkOverlaps();
        checkOrganisations();
        checkIndexNames();
    }

    private void checkMemberships() {
        Set<String> done = new HashSet<>();
        for (Institution institution : institutions) {
            for (String text : institution.memberOf()) {
                String consortium = Dated.parse(text).value();
                if (!byId.containsKey(consortium)) {
                    problems.error(institution.line(), "member_of", "there is no customer '" + consortium + "'");
                }
            }
            findCircle(institution, new ArrayList<>(), done);
        }
    }

    private void findCircle(Institution institution, List<String> path, Set<String> done) {
        String id = institution.customerId();
        if (path.contains(id)) {
            path.add(id);
            problems.error(
                    institution.line(),
                    "member_of",
                    "a circle of memberships: " + String.join(" > ", path.subList(path.indexOf(id), path.size())));
            return;
        }
        if (!done.add(id)) {
            return;
        }
        for (String text : institution.memberOf()) {
            Institution consortium = byId.get(Dated.parse(text).value());
            if (consortium != null) {
                List<String> longer = new ArrayList<>(path);
                longer.add(id);
                findCircle(consortium, longer, done);
            }
        }
    }

    private boolean isMember(Institution institution, Institution consortium, Set<String> seen) {
        for (String text : institution.memberOf()) {
            String id = Dated.parse(text).value();
            Institution next = byId.get(id);
            if (next != null && seen.add(id) && (next.equals(consortium) || isMember(next, consortium, seen))) {
                return true;
            }
        }
        return false;
    }

    private void checkOverlaps() {
        List<Held> held = new ArrayList<>();
        for (Institution institution : institutions) {
            for (String text : institution.ipRanges()) {
                Dated days = Dated.parse(text);
                held.add(new Held(IpRange.parse(days.value()).get(0), days, institution));
            }
        }
        held.sort(Comparator.comparing(Held::range));
        List<Held> open = new ArrayList<>();
        int found = 0;
        for (Held next : held) {
            open.removeIf(before -> IpAddress.compare(
                            before.range().toHigh(),
                            before.range().toLow(),
                            next.range().fromHigh(),
                            next.range().fromLow())
                    < 0);
            for (Held before : open) {
                if (found < OVERLAPS_MAX && isOverlap(before, next)) {
                    found++;
                    sayOverlap(before, next);
                }
            }
            open.add(next);
        }
    }

    private boolean isOverlap(Held one, Held other) {
        return !one.institution().equals(other.institution())
                && isToBeSaid(one.institution(), other.institution())
                && one.days().overlaps(other.days())
                && !isMember(one.institution(), other.institution(), new HashSet<>())
                && !isMember(other.institution(), one.institution(), new HashSet<>());
    }

    private boolean isToBeSaid(Institution one, Institution other) {
        return !onlyOfFile || one.line() > 0 || other.line() > 0;
    }

    private void sayOverlap(Held one, Held other) {
        boolean swap = other.institution().line() < one.institution().line();
        Held first = swap ? other : one;
        Held last = swap ? one : other;
        problems.warning(
                last.institution().line(),
                "ip_ranges",
                last.range() + " of '" + last.institution().customerId() + "' "
                        + (last.range().equals(first.range()) ? "is a range" : "overlaps " + first.range()) + " of '"
                        + first.institution().customerId() + "'" + line(first.institution()));
    }

    private static String line(Institution institution) {
        return institution.line() == 0 ? "" : " in line " + institution.line();
    }

    /** A name that was chosen is no other customer's, chosen or not. */
    private void checkIndexNames() {
        Map<String, Institution> owners = new HashMap<>();
        for (Institution institution : institutions) {
            Institution first = owners.putIfAbsent(institution.index(), institution);
            boolean chosen = first != null
                    && !(first.indexName().isEmpty() && institution.indexName().isEmpty());
            if (first != null && chosen && isToBeSaid(first, institution)) {
                problems.error(
                        institution.line(),
                        "index_name",
                        "'" + institution.index() + "' is the index of '" + first.customerId() + "' too" + line(first));
            }
        }
    }

    private void checkOrganisations() {
        Map<String, Institution> holders = new HashMap<>();
        for (Institution institution : institutions) {
            for (String text : institution.organisations()) {
                String value = Dated.parse(text).value();
                Institution first = holders.putIfAbsent(value, institution);
                if (first != null && !first.equals(institution) && isToBeSaid(first, institution)) {
                    problems.warning(
                            institution.line(),
                            "organisations",
                            "'" + value + "' is one of '" + first.customerId() + "' too" + line(first));
                }
            }
        }
    }
}
