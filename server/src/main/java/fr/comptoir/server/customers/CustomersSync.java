package fr.comptoir.server.customers;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Import;
import fr.comptoir.operation.Sha256;
import fr.comptoir.operation.Site;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.settings.Ending;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the institutions that counting knows and those of the customers' database the same, whichever of the two was changed: an import
 * on the command line changes the store, a person on a page the database. A note of what they were when they last agreed tells which it
 * was. Where both changed, what the store has is taken into the database first, and then all of the database is counted with.
 */
public final class CustomersSync implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CustomersSync.class);
    private static final int SECONDS_BETWEEN = 10;

    private final Site site;
    private final CustomersDatabase database;
    private final CurrentSite now;
    private final String program;
    private final Path note;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "customers");
        thread.setDaemon(true); // a killed one is done again at the next start
        return thread;
    });

    CustomersSync(Site site, CustomersDatabase database, CurrentSite now, String program) {
        this.site = site;
        this.database = database;
        this.now = now;
        this.program = program;
        this.note = site.data().resolve("customers").resolve("agreed");
    }

    /** From now on, looks now and then. */
    @SuppressWarnings("FutureReturnValueIgnored") // what runs tells of its failures itself
    void start() {
        worker.scheduleWithFixedDelay(this::runAndTell, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** After a change of the database: the open months are attributed anew, beside whatever else is done. */
    public void changed() {
        worker.execute(this::runAndTell);
    }

    private void runAndTell() {
        try {
            run();
        } catch (IOException | RuntimeException e) {
            LOG.error("the institutions of the store and of the customers' database could not be brought together", e);
        }
    }

    /** Brings the two together now. */
    synchronized void run() throws IOException {
        List<Institution> counted = now.get().institutions();
        List<Institution> kept = database.institutionExchange().institutions();
        String agreed = Files.exists(note) ? Files.readString(note).strip() : "";
        String store = hash(counted);
        String people = hash(kept);
        if (store.equals(people)) {
            agree(agreed, store);
            return;
        }
        if (!store.equals(agreed) && !counted.isEmpty()) {
            boolean onlyStore = people.equals(agreed);
            database.institutionExchange()
                    .importInstitutions(counted, onlyStore, Author.of("comptoir import"))
                    .orThrow();
            kept = database.institutionExchange().institutions();
        }
        if (!hash(kept).equals(store)) {
            publish(kept);
        }
        agree(agreed, hash(kept));
    }

    private void publish(List<Institution> institutions) throws IOException {
        try {
            Import.institutions(site, institutions, program, (what, done, total) -> {}, LOG::info);
        } catch (InputException e) {
            throw new IOException("the store does not take the institutions", e);
        }
    }

    private void agree(String before, String hash) throws IOException {
        if (before.equals(hash)) {
            return;
        }
        Files.createDirectories(note.getParent());
        new Disk().writeWhole(note, (hash + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Of what counting and exports see, in whatever order and spelling. */
    private static String hash(List<Institution> institutions) {
        StringBuilder text = new StringBuilder();
        institutions.stream()
                .sorted(Comparator.comparing(Institution::customerId))
                .forEach(one -> text.append(String.join(
                                "\t",
                                one.customerId(),
                                one.name(),
                                one.requestorId(),
                                one.isni(),
                                one.isil(),
                                one.ror(),
                                one.oclc(),
                                sorted(one.ipRanges()),
                                sorted(one.organisations()),
                                sorted(one.memberOf())))
                        .append(one.indexName().isEmpty() ? "" : "\t" + one.indexName())
                        .append('\n'));
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sorted(List<String> values) {
        return String.join(";", values.stream().sorted().toList());
    }

    @Override
    public void close() {
        Ending.of(worker);
    }
}
