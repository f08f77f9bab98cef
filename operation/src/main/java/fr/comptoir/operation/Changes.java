package fr.comptoir.operation;

import fr.comptoir.operation.Provenance.Month;
import fr.comptoir.operation.Verification.Change;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.Restatement;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a report was made from, then and now: the differences in words. */
final class Changes {
    private final List<Change> changes = new ArrayList<>();

    private Changes() {}

    /**
     * Lists what differs, the whole report first, then its months.
     *
     * @param state tells the reasons of restatements
     */
    static List<Change> between(Provenance then, Provenance now, State state) {
        Changes all = new Changes();
        all.add("", "program", then.program(), now.program());
        all.add("", "catalogue", then.catalogue(), now.catalogue());
        all.add("", "institutions", then.institutions(), now.institutions());
        all.add("", "logo", then.form().logo(), now.form().logo());
        TreeSet<String> members = new TreeSet<>(then.platform().keySet());
        members.addAll(now.platform().keySet());
        for (String member : members) {
            all.add(
                    "",
                    "platform." + member,
                    then.platform().getOrDefault(member, ""),
                    now.platform().getOrDefault(member, ""));
        }
        all.months(byMonth(then), byMonth(now), then.created(), state);
        return all.changes;
    }

    private static SortedMap<YearMonth, Month> byMonth(Provenance provenance) {
        SortedMap<YearMonth, Month> months = new TreeMap<>();
        provenance.months().forEach(month -> months.put(month.month(), month));
        return months;
    }

    private void months(SortedMap<YearMonth, Month> then, SortedMap<YearMonth, Month> now, Instant since, State state) {
        TreeSet<YearMonth> all = new TreeSet<>(then.keySet());
        all.addAll(now.keySet());
        for (YearMonth month : all) {
            Month before = then.get(month);
            Month after = now.get(month);
            if (before == null || after == null) {
                add(
                        month.toString(),
                        Change.COUNTED,
                        before == null ? "" : before.countedAt().toString(),
                        after == null ? "" : after.countedAt().toString());
            } else {
                month(before, after, since, state.month(month));
            }
        }
    }

    private void month(Month then, Month now, Instant since, MonthState state) {
        String month = then.month().toString();
        add(month, Change.COUNTED, then.countedAt().toString(), now.countedAt().toString());
        for (Restatement restatement : state.restatements()) {
            restatement
                    .applied()
                    .filter(applied -> applied.at().isAfter(since))
                    .ifPresent(applied -> add(month, Change.RESTATED, "", applied.at() + ": " + restatement.reason()));
        }
        add(month, "logs", logs(then), logs(now));
        add(month, "program that counted", then.program(), now.program());
        Versions before = then.with();
        Versions after = now.with();
        add(month, "rules", before.rules(), after.rules());
        add(month, "robots list", before.robots(), after.robots());
        add(month, "catalogue", before.catalogue(), after.catalogue());
        add(month, "institutions", before.institutions(), after.institutions());
    }

    private static String logs(Month month) {
        return month.inputs() + " (" + month.inputsHash() + ")";
    }

    private void add(String month, String what, String then, String now) {
        if (!then.equals(now)) {
            changes.add(new Change(month, what, then, now));
        }
    }
}
