package fr.comptoir.benchmarks;

import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Site;
import fr.comptoir.registry.IndexedCatalogue;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fills the store of a site, whose catalogue and institutions are imported, with the facts of months that were never logged: what reports
 * are made from, at the size of years of a large platform.
 *
 * <pre>StoreGenerator SITE FIRST_MONTH MONTHS FACTS_PER_MONTH [SEED]</pre>
 *
 * A fact is a row of the items' facts. Institutions differ in size as 1 : 1/√2 : 1/√3 ...; each uses any item of the catalogue once, and
 * one in thirty also by TDM.
 */
public final class StoreGenerator {
    private static final int TDM_EVERY = 30;

    private final IndexedCatalogue catalogue;
    private final List<String> sets;
    private final int facts;
    private final SplittableRandom random;

    private StoreGenerator(IndexedCatalogue catalogue, List<String> sets, int facts, long seed) {
        this.catalogue = catalogue;
        this.sets = sets;
        this.facts = facts;
        this.random = new SplittableRandom(seed);
    }

    public static void main(String[] arguments) throws IOException, InputException {
        YearMonth first = YearMonth.parse(arguments[1]);
        int months = Integer.parseInt(arguments[2]);
        Site site = Site.open(Path.of(arguments[0]), Clock.systemUTC());
        try (Store store = Store.openForWriting(site.data(), () -> true)) {
            IndexedCatalogue catalogue =
                    IndexedCatalogue.read(store.catalogue().index(store.state().catalogue()));
            List<String> sets = sets(store.institutions().read(store.state().institutions()));
            long seed = arguments.length > 4 ? Long.parseLong(arguments[4]) : 1;
            StoreGenerator generator = new StoreGenerator(catalogue, sets, Integer.parseInt(arguments[3]), seed);
            State state = store.state();
            long rows = 0;
            for (int i = 0; i < months; i++) {
                MonthFacts facts = generator.month(first.plusMonths(i));
                int version = state.month(facts.month()).nextFacts();
                store.facts().write(facts, catalogue, version);
                Instant at = facts.month()
                        .plusMonths(1)
                        .atDay(5)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
                state = state.withMonthFacts(facts.month(), Counted.of(version, at, facts.totals(), Versions.NONE));
                store.commit(state);
                rows += facts.items().size;
            }
            System.out.println(rows + " facts in " + months + " months");
        }
    }

    /** Each institution with its consortia, as an action would have them. */
    private static List<String> sets(List<Institution> institutions) {
        List<String> sets = new ArrayList<>();
        for (Institution institution : institutions) {
            List<String> ids = new ArrayList<>(List.of(institution.customerId()));
            institution.memberOf().forEach(membership -> ids.add(membership.replaceFirst("@.*", "")));
            ids.sort(null);
            if (!institution.customerId().startsWith("consortium")) {
                sets.add(String.join("|", ids));
            }
        }
        return sets;
    }

    private MonthFacts month(YearMonth month) {
        Names customers = new Names();
        ItemFacts items = new ItemFacts(facts + facts / 10);
        TitleFacts titles = new TitleFacts(1024);
        double weights = 0;
        for (int i = 1; i <= sets.size(); i++) {
            weights += 1 / Math.sqrt(i);
        }
        for (int i = 0; i < sets.size(); i++) {
            double share = 1 / Math.sqrt(i + 1.0) / weights;
            institution(customers.number(sets.get(i)), share * facts / catalogue.size(), month, items, titles);
        }
        WaysTaken ways = new WaysTaken(catalogue, random.split());
        for (int row = 0; row < items.size; row++) {
            ways.add(items, row);
        }
        return new MonthFacts(month, customers, items, titles, new SearchFacts(1), ways.facts(), items.size, 0, 0);
    }

    private void institution(int customers, double part, YearMonth month, ItemFacts items, TitleFacts titles) {
        int day = (int) month.atDay(1).toEpochDay();
        double gap = Math.log1p(-Math.min(part, 0.9));
        int item = -1;
        while (true) {
            item += 1 + (int) (Math.log(random.nextDouble()) / gap);
            if (item < 0 || item >= catalogue.size()) {
                return;
            }
            if (catalogue.dataType(item).mayBeItem()) {
                add(customers, item, AccessMethod.REGULAR, day, items, titles);
                if (random.nextInt(TDM_EVERY) == 0) {
                    add(customers, item, AccessMethod.TDM, day, items, titles);
                }
            }
        }
    }

    private void add(int customers, int item, AccessMethod method, int day, ItemFacts items, TitleFacts titles) {
        byte type = (byte) catalogue.accessType(item, day).ordinal();
        byte typeR5 = (byte) catalogue.accessTypeR5(item, day).ordinal();
        int row = items.add(customers, item, type, typeR5, (byte) method.ordinal());
        int investigations = 1 + random.nextInt(5);
        int requests = random.nextInt(1 + investigations);
        int sessions = 1 + random.nextInt(investigations);
        count(
                items,
                row,
                ItemFacts.Count.TOTAL_ITEM_INVESTIGATIONS,
                ItemFacts.Count.TOTAL_ITEM_INVESTIGATIONS_R5,
                investigations);
        count(items, row, ItemFacts.Count.TOTAL_ITEM_REQUESTS, ItemFacts.Count.TOTAL_ITEM_REQUESTS_R5, requests);
        count(
                items,
                row,
                ItemFacts.Count.UNIQUE_ITEM_INVESTIGATIONS,
                ItemFacts.Count.UNIQUE_ITEM_INVESTIGATIONS_R5,
                sessions);
        int both = Math.min(requests, sessions);
        count(items, row, ItemFacts.Count.UNIQUE_ITEM_REQUESTS, ItemFacts.Count.UNIQUE_ITEM_REQUESTS_R5, both);
        if (random.nextInt(50) == 0) {
            items.count(row, ItemFacts.Count.NO_LICENSE, 1);
        }
        ItemFacts.Format format = random.nextBoolean() ? ItemFacts.Format.HTML : ItemFacts.Format.PDF;
        items.formats[row * ItemFacts.Format.SIZE + format.ordinal()] = requests;
        items.formats[row * ItemFacts.Format.SIZE + format.r5().ordinal()] = requests;
        int title = catalogue.title(item);
        if (title != Catalogue.NONE && catalogue.segmentCount(title) > 0) {
            int unique = titles.add(customers, title, Catalogue.NONE, (short) catalogue.yop(item), type, typeR5, (byte)
                    method.ordinal());
            titles.count(unique, TitleFacts.Count.UNIQUE_TITLE_INVESTIGATIONS, sessions);
            titles.count(unique, TitleFacts.Count.UNIQUE_TITLE_INVESTIGATIONS_R5, sessions);
            titles.count(unique, TitleFacts.Count.UNIQUE_TITLE_REQUESTS, both);
            titles.count(unique, TitleFacts.Count.UNIQUE_TITLE_REQUESTS_R5, both);
        }
    }

    private static void count(ItemFacts items, int row, ItemFacts.Count count, ItemFacts.Count inR5, int amount) {
        items.count(row, count, amount);
        items.count(row, inR5, amount);
    }
}
