package fr.comptoir.operation;

import fr.comptoir.ingest.arrival.ArrivalRules;
import fr.comptoir.ingest.read.JudgeRules;
import fr.comptoir.ingest.robot.Robots;
import fr.comptoir.model.action.KeyedHash;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.registry.CatalogueBuilder;
import fr.comptoir.registry.InstitutionsFile;
import fr.comptoir.site.SiteFile;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at all of a site and says every problem: configuration, formats, robots, catalogue, institutions, months, forgotten content. */
public final class CheckSite {
    private static final int FREQUENT = 20;

    private CheckSite() {}

    /**
     * What was found.
     *
     * @param unmatchedPaths the most frequent kinds of path that no page rule matched, with their lines
     * @param otherSites the most frequent hosts from which people came that no rule of arrival names, with their actions
     * @param facts sentences about what is in order
     */
    public record Result(
            List<Problem> problems,
            Map<String, Long> unmatchedPaths,
            Map<String, Long> otherSites,
            List<String> facts) {}

    public static Result run(Path folder, Clock clock) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        Map<String, Long> unmatched = new LinkedHashMap<>();
        Map<String, Long> otherSites = new LinkedHashMap<>();
        try {
            Site site = Site.open(folder, clock);
            site.warnings().stream().filter(CheckSite::isNotSaidAgain).forEach(problems::add);
            try (Store store = Store.openForReading(site.data())) {
                checkRules(site, store, problems, facts);
                checkCatalogue(store, problems, facts);
                checkInstitutions(store, problems, facts);
                checkMonths(site, store, problems, facts);
                List<RunRecord> runs = store.runs().all(store.state());
                unmatched.putAll(unmatched(runs));
                otherSites.putAll(otherSites(site, runs));
            }
        } catch (InputException wrong) {
            problems.addAll(wrong.problems());
        }
        return new Result(problems, unmatched, otherSites, facts);
    }

    /** A robots list that is not there is an error of reading lines, which is checked below. */
    private static boolean isNotSaidAgain(Problem warning) {
        return !warning.field().equals(SiteFile.ROBOTS);
    }

    private static void checkRules(Site site, Store store, List<Problem> problems, List<String> facts)
            throws IOException {
        try {
            Robots robots = RobotsCopy.inForce(site, store, store.state()).robots();
            JudgeRules rules = JudgeRules.of(
                    site.config(),
                    robots,
                    Registry.catalogue(store),
                    Registry.institutions(site, store, store.state()),
                    new KeyedHash(new byte[KeyedHash.SECRET_BYTES]));
            facts.add("log format: " + rules.format().describe());
            facts.add("page rules: " + site.config().pages().size());
            if (!rules.arrivals().isEmpty()) {
                facts.add("rules of arrival: " + rules.arrivals().size());
            }
            facts.add("robots: " + robots.size() + " patterns"
                    + (robots.date().isEmpty() ? "" : ", newest of " + robots.date()));
        } catch (InputException wrong) {
            problems.addAll(wrong.problems());
        }
    }

    private static void checkCatalogue(Store store, List<Problem> problems, List<String> facts)
            throws IOException, InputException {
        if (store.state().catalogue() == 0) {
            problems.add(
                    Problem.warning("catalogue", 0, "", "nothing is imported yet: every line of content will be held"));
            return;
        }
        CatalogueBuilder builder = new CatalogueBuilder();
        store.catalogue().read(store.state().catalogue(), builder::add);
        CatalogueBuilder.Built built = builder.build("catalogue");
        problems.addAll(built.problems());
        Catalogue catalogue = built.catalogue();
        facts.add("catalogue: " + catalogue.size() + " rows");
    }

    private static void checkInstitutions(Store store, List<Problem> problems, List<String> facts) throws IOException {
        var institutions = Registry.institutions(store);
        if (institutions.isEmpty()) {
            problems.add(Problem.warning(
                    "institutions", 0, "", "nothing is imported yet: all usage will be the world's only"));
            return;
        }
        problems.addAll(InstitutionsFile.check("institutions", institutions));
        facts.add("institutions: " + institutions.size());
    }

    private static void checkMonths(Site site, Store store, List<Problem> problems, List<String> facts)
            throws IOException {
        for (Months.Month month : Months.list(
                store,
                store.state(),
                site.config().platform().timeZone(),
                site.clock().instant())) {
            facts.add("month " + month.month() + ": " + month.state() + ", " + month.linesCounted()
                    + (month.linesCounted() == 1 ? " line counted" : " lines counted"));
            long hours = month.gaps().stream().mapToLong(Months.Gap::hours).sum();
            if (hours > 0) {
                problems.add(Problem.warning(
                        "month " + month.month(),
                        0,
                        "",
                        "has no line in " + hours + " of its hours; `comptoir months` names them"));
            }
            if (month.held() > 0) {
                problems.add(
                        Problem.warning(
                                "month " + month.month(),
                                0,
                                "",
                                month.held()
                                        + " lines are held: their items are not in the catalogue; they count once it knows them"));
            }
        }
    }

    private static Map<String, Long> unmatched(List<RunRecord> runs) {
        Map<String, Long> sums = new HashMap<>();
        for (RunRecord run : runs) {
            run.unmatched().forEach(path -> sums.merge(path.path(), path.lines(), Long::sum));
        }
        return mostFrequent(sums);
    }

    /** Hosts for which there is a rule by now are left out. */
    private static Map<String, Long> otherSites(Site site, List<RunRecord> runs) throws InputException {
        ArrivalRules rules = ArrivalRules.of(site.config().arrivals(), SiteFile.NAME);
        Map<String, Long> sums = new HashMap<>();
        for (RunRecord run : runs) {
            for (RunRecord.OtherSite other : run.otherSites()) {
                if (!rules.names(other.host())) {
                    sums.merge(other.host(), other.actions(), Long::sum);
                }
            }
        }
        return mostFrequent(sums);
    }

    private static Map<String, Long> mostFrequent(Map<String, Long> sums) {
        Map<String, Long> most = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(FREQUENT)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        return most;
    }
}
