package fr.comptoir.store;

import fr.comptoir.model.action.KeyedHash;
import fr.comptoir.model.fact.FactSource;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.TitleChanges;
import fr.comptoir.store.action.ActionFiles;
import fr.comptoir.store.action.ExtractionFiles;
import fr.comptoir.store.catalogue.CatalogueFiles;
import fr.comptoir.store.catalogue.InstitutionFiles;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.disk.PutAside;
import fr.comptoir.store.disk.SecretKey;
import fr.comptoir.store.disk.WriterLock;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.query.ExtractionSums;
import fr.comptoir.store.query.FactQueries;
import fr.comptoir.store.query.FormatRequests;
import fr.comptoir.store.state.RobotsFiles;
import fr.comptoir.store.state.RunFiles;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.StateFile;
import fr.comptoir.store.usage.CatalogueNames;
import fr.comptoir.store.usage.HourlyUsage;
import fr.comptoir.store.usage.SummedTitles;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.UsageQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * All that lies under a site's {@code data/}. A reader sees the state of the moment in which it was opened; a writer is alone, and what
 * it writes is seen by nobody before it commits a state that names it. Whatever happens between two commits, the last committed state
 * stays whole. Not thread-safe.
 */
public final class Store implements AutoCloseable {
    private final DataFolder folder;
    private final Disk disk;
    private final @Nullable WriterLock lock;
    private State state;

    private Store(DataFolder folder, Disk disk, @Nullable WriterLock lock, State state) {
        this.folder = folder;
        this.disk = disk;
        this.lock = lock;
        this.state = state;
    }

    /**
     * Opens a store for reading. It never waits; a folder that is not there is an empty store.
     *
     * @throws InputException when a newer Comptoir wrote the site
     */
    public static Store openForReading(Path data) throws IOException, InputException {
        Duck.prepare();
        DataFolder folder = new DataFolder(data);
        return new Store(folder, new Disk(), null, StateFile.read(folder.state()));
    }

    /**
     * Opens a store for writing: makes the folder and the secret when they are not there, and removes what crashed runs left.
     *
     * @param waiting asked when another writer is at work
     * @throws InputException when another writes and {@code waiting} does not want to wait, or a newer Comptoir wrote the site
     */
    public static Store openForWriting(Path data, WriterLock.Waiting waiting) throws IOException, InputException {
        return openForWriting(data, waiting, new Disk());
    }

    static Store openForWriting(Path data, WriterLock.Waiting waiting, Disk disk) throws IOException, InputException {
        Duck.prepare();
        DataFolder folder = new DataFolder(data);
        disk.makeFolder(data);
        WriterLock lock = WriterLock.take(folder.lock(), waiting);
        try {
            State state = StateFile.read(folder.state());
            new Leftovers(folder, state, StateFile.read(folder.previousState())).remove(disk);
            disk.makeFolder(folder.temporary());
            if (!Files.exists(folder.secret()) && state.nextRun() == 1) {
                SecretKey.make(folder.secret(), disk);
            }
            return new Store(folder, disk, lock, state);
        } catch (IOException | InputException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The state in force: as it was when the store was opened, or as this writer last committed it. */
    public State state() {
        return state;
    }

    /** Makes {@code next} the state in force, for good. Every file it names must have been written by the parts of this store. */
    public void commit(State next) throws IOException {
        if (lock == null) {
            throw new IllegalStateException("this store was opened for reading");
        }
        StateFile.write(folder, state, next, disk);
        state = next;
    }

    public DataFolder folder() {
        return folder;
    }

    /** A new name for what is put aside for a while, readers too; what a crashed process leaves is removed before the next writer works. */
    public Path putAside() {
        return PutAside.in(folder.temporary());
    }

    /** The steps by which files are made to last, for what is written beside the parts of this store (reject files). */
    public Disk disk() {
        return disk;
    }

    /** The hash under the secret of the site. */
    public KeyedHash keyedHash() throws IOException, InputException {
        return SecretKey.read(folder.secret());
    }

    public RunFiles runs() {
        return new RunFiles(folder, disk);
    }

    public RobotsFiles robots() {
        return new RobotsFiles(folder, disk);
    }

    public ActionFiles actions() {
        return new ActionFiles(folder, disk);
    }

    public ExtractionFiles extractions() {
        return new ExtractionFiles(folder, disk);
    }

    /** Answers what was extracted, by the figures in force. */
    public ExtractionSums extractionSums() {
        return new ExtractionSums(folder, state);
    }

    public FactFiles facts() {
        return new FactFiles(folder, disk);
    }

    public CatalogueFiles catalogue() {
        return new CatalogueFiles(folder, disk);
    }

    public InstitutionFiles institutions() {
        return new InstitutionFiles(folder, disk);
    }

    /** Answers questions to the facts in force. */
    public FactSource factSource() {
        return factSource(TitleChanges.NONE);
    }

    /** The same, with titles that became others. */
    public FactSource factSource(TitleChanges titles) {
        return new FactQueries(folder, state, titles);
    }

    /** The same, Title Reports of an institution out of the sums that were made of its months, where they were. */
    public FactSource summedSource(TitleChanges titles) {
        return new SummedTitles(
                folder, state, (release, month) -> !titles.moved(release, month).isEmpty(), factSource(titles));
    }

    /** What the databases of the catalogue in force are called. */
    public SortedSet<String> databaseNames() throws IOException {
        return new FactQueries(folder, state, TitleChanges.NONE).databaseNames();
    }

    /** See {@link FactQueries#monthsWithoutFormats}. */
    public List<YearMonth> monthsWithoutFormats(YearMonth begin, YearMonth end) throws IOException {
        return new FactQueries(folder, state, TitleChanges.NONE).monthsWithoutFormats(begin, end);
    }

    /** Answers how many requests were of which format. */
    public FormatRequests formatRequests() {
        return new FormatRequests(folder, state);
    }

    /** Asks the facts in force for usage of any choice of content; to be closed. */
    public Usage usage(UsageQuery query) throws IOException {
        return Usage.of(folder, state, query);
    }

    /** What the titles, publishers and packages of the catalogue in force are called. */
    public CatalogueNames catalogueNames() throws IOException {
        return CatalogueNames.of(folder.temporary(), Usage.catalogue(folder, state));
    }

    /** Sums up the usage of one who has many institutions beforehand; see {@link Usage#prepare}. */
    public boolean prepareUsage(String customer, YearMonth month) throws IOException {
        return Usage.prepare(folder, state, customer, month);
    }

    /** Sums up the usage of each institution beforehand; see {@link Usage#prepareInstitutions}. */
    public boolean prepareInstitutions(YearMonth month) throws IOException {
        return Usage.prepareInstitutions(folder, state, month);
    }

    /**
     * The usage of a month by the hour, which is made out of its actions.
     *
     * @param zone of the platform
     */
    public HourlyUsage hourlyUsage(YearMonth month, ZoneId zone) throws IOException {
        return HourlyUsage.of(folder, state, month, zone);
    }

    /** Gives the right to write back. What was not committed is gone with the next writer. */
    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
