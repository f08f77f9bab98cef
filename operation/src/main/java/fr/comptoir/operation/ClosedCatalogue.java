package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.site.InputException;
import fr.comptoir.registry.IndexedCatalogue;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.MonthState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Today's catalogue with the Access_Types of another day: a restatement keeps the type that an item had when its month was closed
 * (CoP 5.1.0.1, section 3.3.5). Items that were not known then have today's. The catalogue of the closing lies beside the month's facts, in
 * every version of them from then on.
 */
final class ClosedCatalogue implements Catalogue {
    private static final String FILE = "catalogue.bin";

    private final IndexedCatalogue today;
    private final IndexedCatalogue closing;

    private ClosedCatalogue(IndexedCatalogue today, IndexedCatalogue closing) {
        this.today = today;
        this.closing = closing;
    }

    /** The catalogue with which a month is to be counted: today's, and for a closed month the types of its closing. */
    static Catalogue of(Store store, MonthState month, IndexedCatalogue today) throws IOException, InputException {
        if (month.status() == MonthState.Status.OPEN || month.counted().isEmpty()) {
            return today;
        }
        Path file = file(store, month, month.counted().get().facts());
        return Files.exists(file) ? new ClosedCatalogue(today, IndexedCatalogue.read(file)) : today;
    }

    /** Puts the present catalogue beside the facts of a month that is about to be closed. */
    static void keep(Store store, MonthState month, int catalogue) throws IOException {
        if (catalogue > 0 && month.counted().isPresent()) {
            link(
                    store,
                    store.catalogue().index(catalogue),
                    folder(store, month, month.counted().get().facts()));
        }
    }

    /** Puts the catalogue of the closing beside a new version of the facts of a month, if that is closed. */
    static void keepOn(Store store, MonthState month, int version) throws IOException {
        if (month.status() != MonthState.Status.OPEN && month.counted().isPresent()) {
            Path kept = file(store, month, month.counted().get().facts());
            if (Files.exists(kept)) {
                link(store, kept, folder(store, month, version));
            }
        }
    }

    private static Path folder(Store store, MonthState month, int version) {
        return store.folder().facts(month.month(), version);
    }

    private static Path file(Store store, MonthState month, int version) {
        return folder(store, month, version).resolve(FILE);
    }

    private static void link(Store store, Path from, Path folder) throws IOException {
        Path to = folder.resolve(FILE);
        Files.deleteIfExists(to);
        Files.createLink(to, from);
        store.disk().sync(to);
        store.disk().sync(folder);
    }

    private int then(int number) {
        return closing.find(today.itemId(number));
    }

    @Override
    public AccessType accessType(int number, int day) {
        int then = then(number);
        return then == NONE ? today.accessType(number, day) : closing.accessType(then, day);
    }

    @Override
    public AccessType accessTypeR5(int number, int day) {
        int then = then(number);
        return then == NONE ? today.accessTypeR5(number, day) : closing.accessTypeR5(then, day);
    }

    @Override
    public boolean accessTypeR5InAllFormats(int number, int day) {
        int then = then(number);
        return then == NONE ? today.accessTypeR5InAllFormats(number, day) : closing.accessTypeR5InAllFormats(then, day);
    }

    @Override
    public String version() {
        return today.version();
    }

    @Override
    public int size() {
        return today.size();
    }

    @Override
    public int find(String itemId) {
        return today.find(itemId);
    }

    @Override
    public int find(byte[] utf8, int from, int to) {
        return today.find(utf8, from, to);
    }

    @Override
    public String itemId(int number) {
        return today.itemId(number);
    }

    @Override
    public DataType dataType(int number) {
        return today.dataType(number);
    }

    @Override
    public int parent(int number) {
        return today.parent(number);
    }

    @Override
    public int title(int number) {
        return today.title(number);
    }

    @Override
    public int database(int number) {
        return today.database(number);
    }

    @Override
    public int yop(int number) {
        return today.yop(number);
    }

    @Override
    public int segmentCount(int number) {
        return today.segmentCount(number);
    }

    @Override
    public int segment(int number, int i) {
        return today.segment(number, i);
    }
}
