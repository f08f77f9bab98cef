package fr.comptoir.operation;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.comptoir.engine.Counting;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.Store;
import fr.comptoir.store.action.ActionFilter;
import fr.comptoir.store.action.ActionParts;
import fr.comptoir.store.action.ActionSet;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * What happened, action by action, for other programs: the actions of a month that counted, as access events in the form that ezPAARSE
 * makes and ezMESURE takes. Robots, double clicks, denials and everything else that was dropped is not among them; of addresses, agents and
 * logins there is nothing.
 */
public final class AccessEvents {
    /** Of more rows, each of some hundred bytes while it is worked on, the month is read in parts. */
    private static final int ROWS_IN_MEMORY = 2_000_000;

    private final Site site;
    private final Store store;
    private final YearMonth month;
    private final String customer;

    private AccessEvents(Site site, Store store, YearMonth month, String customer) {
        this.site = site;
        this.store = store;
        this.month = month;
        this.customer = customer;
    }

    /**
     * Writes them to a file, whole or not at all, packed when its name ends in {@code .gz}.
     *
     * @param customer whose usage; {@link Institution#THE_WORLD} for all
     * @return how many
     */
    public static long write(Site site, YearMonth month, String customer, Path file)
            throws InputException, IOException {
        long[] written = new long[1];
        boolean packed = file.toString().endsWith(".gz");
        WholeFile.write(file, out -> {
            if (packed) {
                GZIPOutputStream zip = new GZIPOutputStream(out);
                written[0] = write(site, month, customer, zip);
                zip.finish();
            } else {
                written[0] = write(site, month, customer, out);
            }
        });
        return written[0];
    }

    /** Writes them to a stream, which is flushed and left open; see {@link #write(Site, YearMonth, String, Path)}. */
    public static long write(Site site, YearMonth month, String customer, OutputStream out)
            throws InputException, IOException {
        try (Store store = Store.openForReading(site.data())) {
            return new AccessEvents(site, store, month, customer).write(out);
        }
    }

    /** {@code platform_customer_events_yyyy-mm.csv.gz}, or with the name of the customer's index if it chose one; see {@link WholeFile#name}. */
    public static String fileName(Site site, YearMonth month, String customer) throws InputException, IOException {
        try (Store store = Store.openForReading(site.data())) {
            String name = Registry.institutions(store).stream()
                    .filter(one -> one.customerId().equals(customer))
                    .map(Institution::indexName)
                    .filter(chosen -> !chosen.isEmpty())
                    .findFirst()
                    .orElse(customer);
            return WholeFile.name("csv.gz", site.config().platform().id(), name, "events", month.toString());
        }
    }

    private long write(OutputStream out) throws InputException, IOException {
        State state = store.state();
        Map<String, Institution> institutions = new HashMap<>();
        Registry.institutions(store).forEach(one -> institutions.put(one.customerId(), one));
        check(state.month(month), institutions);
        Catalogue catalogue = ClosedCatalogue.of(store, state.month(month), Registry.catalogue(store, state));
        AccessEventRows rows = new AccessEventRows(site.config().platform(), customer, institutions, catalogue);
        ZoneId zone = site.config().platform().timeZone();
        try (CsvWriter csv = CsvWriter.builder()
                        .fieldSeparator(';')
                        .build(new BufferedWriter(new OutputStreamWriter(open(out), StandardCharsets.UTF_8)));
                ActionSet set = store.actions().openWithNextSeconds(state, month, zone, ActionFilter.ALL);
                ActionParts parts = set.cut(parts(set))) {
            csv.writeRecord(AccessEventRows.COLUMNS);
            long[] written = {0};
            int count = parts(set);
            for (int part = 0; part < count; part++) {
                rows.take(
                        month,
                        count == 1
                                ? set.all().actions()
                                : parts.byItem(part, Counting.partOfItem(catalogue, count))
                                        .actions());
                Map<String, CatalogueRow> described = store.catalogue().find(state.catalogue(), rows.items());
                rows.forEach(described, row -> {
                    csv.writeRecord(row);
                    written[0]++;
                });
            }
            return written[0];
        }
    }

    private static int parts(ActionSet set) throws IOException {
        return Math.toIntExact(set.rows() / ROWS_IN_MEMORY + 1);
    }

    /** What closing the writer does not close. */
    private static OutputStream open(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
    }

    private void check(MonthState known, Map<String, Institution> institutions) throws InputException {
        List<Problem> problems = new ArrayList<>();
        if (known.counted().isEmpty()) {
            problems.add(Problem.error("events", 0, month.toString(), "the month was never counted"));
        }
        if (!customer.equals(Institution.THE_WORLD) && !institutions.containsKey(customer)) {
            problems.add(Problem.error("events", 0, "--customer", Registry.unknownCustomer(customer)));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }
}
