package fr.comptoir.registry;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.Release;
import fr.comptoir.registry.AccessHistory.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Works out the history of access of an item from what its row says and its parent's history. Release 5.1: what the row says, before its
 * first word what the parent has on that day, else Controlled. Release 5: what {@code access_type_r5} says, else OA_Gold for Open with
 * {@code oa_status} gold, hybrid, diamond or blank, else Controlled. {@code access_type_r5} and {@code oa_status} are not inherited. Not
 * thread-safe.
 */
final class AccessResolver {
    static final int NO_PARENT = -1;

    private static final Set<String> GOLD = Set.of("", "gold", "hybrid", "diamond");
    private static final int EVER = Integer.MIN_VALUE;

    /** What a row says, in canonical text. */
    record Said(String accessType, String accessTypeR5, String oaStatus) {
        boolean needsParent() {
            return accessType.isEmpty() || accessType.startsWith(";");
        }
    }

    private record Entry(int day, AccessType type, Access r5) {
        byte packed() {
            int inAllFormats = r5.inAllFormats() ? 0x80 : 0;
            return (byte) (type.ordinal() | r5.type().ordinal() << 4 | inAllFormats);
        }
    }

    private final Map<Said, Integer> numbers = new HashMap<>();
    private final List<Said> said = new ArrayList<>();
    private final Map<Long, Integer> resolved = new HashMap<>();
    private final Map<List<Entry>, Integer> distinct = new HashMap<>();
    private final List<List<Entry>> histories = new ArrayList<>();

    /** The number of what a row says. */
    int number(Said text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        numbers.put(text, said.size());
        said.add(text);
        return said.size() - 1;
    }

    boolean needsParent(int number) {
        return said.get(number).needsParent();
    }

    /** The history of a row that says {@code number} and whose parent has {@code parentHistory}, or {@link #NO_PARENT}. */
    int history(int number, int parentHistory) {
        int parent = said.get(number).needsParent() ? parentHistory : NO_PARENT;
        long key = (long) number << 32 | (parent & 0xffff_ffffL);
        Integer known = resolved.get(key);
        if (known == null) {
            List<Entry> entries = entries(said.get(number), parent == NO_PARENT ? List.of() : histories.get(parent));
            known = distinct.computeIfAbsent(entries, unseen -> {
                histories.add(unseen);
                return histories.size() - 1;
            });
            resolved.put(key, known);
        }
        return known;
    }

    AccessHistories histories() {
        int count = histories.stream().mapToInt(List::size).sum();
        int[] starts = new int[histories.size() + 1];
        int[] days = new int[count];
        byte[] types = new byte[count];
        int at = 0;
        for (int i = 0; i < histories.size(); i++) {
            for (Entry entry : histories.get(i)) {
                days[at] = entry.day();
                types[at++] = entry.packed();
            }
            starts[i + 1] = at;
        }
        return new AccessHistories(starts, days, types);
    }

    private static List<Entry> entries(Said said, List<Entry> parent) {
        AccessHistory own = AccessHistory.parse(said.accessType(), Release.R5_1);
        AccessHistory ownR5 = AccessHistory.parse(said.accessTypeR5(), Release.R5);
        TreeSet<Integer> days = new TreeSet<>();
        days.add(EVER);
        parent.forEach(entry -> days.add(entry.day()));
        own.changes().forEach(change -> days.add(change.day()));
        ownR5.changes().forEach(change -> days.add(change.day()));
        List<Entry> entries = new ArrayList<>();
        for (int day : days) {
            AccessType type = type(own, parent, day);
            AccessType derived = type == AccessType.OPEN && GOLD.contains(said.oaStatus())
                    ? AccessType.OA_GOLD
                    : AccessType.CONTROLLED;
            Access r5 = at(ownR5, day, derived);
            Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
            if (last == null || last.type() != type || !last.r5().equals(r5)) {
                entries.add(new Entry(day, type, r5));
            }
        }
        return List.copyOf(entries);
    }

    private static AccessType type(AccessHistory own, List<Entry> parent, int day) {
        AccessType inherited = AccessType.CONTROLLED;
        for (Entry entry : parent) {
            if (entry.day() <= day) {
                inherited = entry.type();
            }
        }
        return at(own, day, inherited).type();
    }

    private static Access at(AccessHistory history, int day, AccessType otherwise) {
        Access access = history.first().orElse(new Access(otherwise, false));
        for (AccessHistory.Change change : history.changes()) {
            if (change.day() <= day) {
                access = change.access();
            }
        }
        return access;
    }
}
