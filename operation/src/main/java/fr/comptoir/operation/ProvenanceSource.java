package fr.comptoir.operation;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.operation.Provenance.Form;
import fr.comptoir.operation.Provenance.Month;
import fr.comptoir.operation.Provenance.Request;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads from the records of the runs what the figures of a site come from, at the state in which its store was opened. */
final class ProvenanceSource {
    private final Site site;
    private final Store store;
    private final List<RunRecord> runs;

    private ProvenanceSource(Site site, Store store, List<RunRecord> runs) {
        this.site = site;
        this.store = store;
        this.runs = runs;
    }

    static ProvenanceSource of(Site site, Store store) throws IOException {
        return new ProvenanceSource(site, store, store.runs().all(store.state()));
    }

    /** Of a report of these months; those of them that are not counted are left out. */
    Provenance of(Request request, Form form, Instant created, String program, Set<YearMonth> months) {
        // Every change of the catalogue or the institutions leaves a record, and every record says what was in force.
        Versions inForce =
                runs.isEmpty() ? Versions.NONE : runs.get(runs.size() - 1).with();
        List<Month> counted = new ArrayList<>();
        for (MonthState month : store.state().months().values()) {
            if (months.contains(month.month())) {
                month.counted().ifPresent(figures -> counted.add(month(month.month(), figures)));
            }
        }
        return new Provenance(
                request, form, created, program, platform(), inForce.catalogue(), inForce.institutions(), counted);
    }

    private SortedMap<String, String> platform() {
        SiteConfig.Platform platform = site.config().platform();
        SortedMap<String, String> values = new TreeMap<>();
        values.put("id", platform.id());
        values.put("name", platform.name());
        values.put("provider", site.config().provider().name());
        values.put("registry_record", site.config().provider().registryRecord());
        values.put("first_month", platform.firstMonth().map(YearMonth::toString).orElse(""));
        site.config().months().yearsShown().ifPresent(years -> values.put("years_shown", years.toString()));
        String titles = RulesText.of(site.config().titles());
        if (!titles.isEmpty()) {
            values.put("titles", titles);
        }
        return values;
    }

    private Month month(YearMonth month, Counted counted) {
        List<InputRecord> inputs = inputs(month, counted);
        String hashes = inputs.stream().map(InputRecord::contentHash).sorted().collect(Collectors.joining("\n"));
        return new Month(
                month,
                counted.facts(),
                counted.at(),
                program(counted),
                inputs.size(),
                Sha256.of(hashes.getBytes(StandardCharsets.UTF_8)),
                counted.with());
    }

    /** The logs with lines of a month that its figures were counted from; of a log that grew, what it had become. */
    private List<InputRecord> inputs(YearMonth month, Counted counted) {
        List<InputRecord> inputs = runs.stream()
                .filter(run -> !run.started().isAfter(counted.at())) // what came later waits for a restatement
                .flatMap(run -> run.inputs().stream())
                .filter(input -> input.days().keySet().stream()
                        .anyMatch(day -> YearMonth.from(day).equals(month)))
                .toList();
        Set<Integer> grown = inputs.stream()
                .map(input -> input.continues().orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return inputs.stream().filter(input -> !grown.contains(input.number())).toList();
    }

    /** Writers take turns and each begins with the time, so that the last one that had begun was at work then. */
    private String program(Counted counted) {
        return runs.stream()
                .filter(run -> !run.started().isAfter(counted.at()))
                .map(RunRecord::program)
                .reduce((earlier, later) -> later)
                .orElse("");
    }
}
