package fr.comptoir.registry;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.site.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A catalogue in arrays: some 60 bytes an item, ids included, read from its file as fast as the file can be read. Made by {@link CatalogueBuilder}.
 */
public final class IndexedCatalogue implements Catalogue {
    private static final DataType[] DATA_TYPES = DataType.values();

    /** The columns, as they stand in the file; item {@code i} has element {@code i} of each. */
    record Columns(
            String version,
            String countingVersion,
            ItemIds ids,
            byte[] dataTypes,
            short[] yops,
            int[] parents,
            int[] databases,
            int[] histories,
            AccessHistories access,
            int[] segmentStarts,
            int[] segments) {}

    private final Columns columns;
    private final ItemIds ids;
    private final byte[] dataTypes;
    private final short[] yops;
    private final int[] parents;
    private final int[] databases;
    private final int[] histories;
    private final AccessHistories access;
    private final int[] segmentStarts;
    private final int[] segments;

    IndexedCatalogue(Columns columns) {
        this.columns = columns;
        ids = columns.ids();
        dataTypes = columns.dataTypes();
        yops = columns.yops();
        parents = columns.parents();
        databases = columns.databases();
        histories = columns.histories();
        access = columns.access();
        segmentStarts = columns.segmentStarts();
        segments = columns.segments();
    }

    /** A catalogue without any item. */
    public static IndexedCatalogue empty() {
        return new CatalogueBuilder().build("").catalogue();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws InputException when the file is damaged, or of another version of this program
     */
    public static IndexedCatalogue read(Path file) throws IOException, InputException {
        return new IndexedCatalogue(IndexFile.read(file));
    }

    /** Writes the index to a new file and syncs it to the disk. */
    public void write(Path file) throws IOException {
        IndexFile.write(file, columns);
    }

    /** A hash of all columns of all rows, whatever their order: 32 hex digits. */
    @Override
    public String version() {
        return columns.version();
    }

    /** As {@link #version()}, of those columns only that counting depends on; names, publishers and identifiers are not among them. */
    public String countingVersion() {
        return columns.countingVersion();
    }

    @Override
    public int size() {
        return dataTypes.length;
    }

    @Override
    public int find(String itemId) {
        byte[] utf8 = itemId.getBytes(StandardCharsets.UTF_8);
        return ids.find(utf8, 0, utf8.length);
    }

    @Override
    public int find(byte[] utf8, int from, int to) {
        return ids.find(utf8, from, to);
    }

    @Override
    public void findAll(byte[] utf8, int[] ends, int count, int[] numbers) {
        ids.findAll(utf8, ends, count, numbers);
    }

    @Override
    public String itemId(int number) {
        return ids.text(number);
    }

    @Override
    public byte[] itemIdUtf8(int number) {
        return ids.utf8(number);
    }

    @Override
    public DataType dataType(int number) {
        return DATA_TYPES[dataTypes[number]];
    }

    @Override
    public int parent(int number) {
        return parents[number];
    }

    @Override
    public int title(int number) {
        int parent = parents[number];
        if (isTitle(number)) {
            return number;
        }
        return parent != NONE && isTitle(parent) ? parent : NONE;
    }

    private boolean isTitle(int number) {
        return switch (dataType(number).level()) {
            case TITLE -> true;
            case TITLE_OR_ITEM -> parents[number] == NONE;
            case ITEM, DATABASE, PLATFORM -> false;
        };
    }

    @Override
    public int database(int number) {
        return databases[number];
    }

    @Override
    public int yop(int number) {
        return yops[number];
    }

    @Override
    public AccessType accessType(int number, int day) {
        return access.type(histories[number], day);
    }

    @Override
    public AccessType accessTypeR5(int number, int day) {
        return access.typeR5(histories[number], day);
    }

    @Override
    public boolean accessTypeR5InAllFormats(int number, int day) {
        return access.inAllFormats(histories[number], day);
    }

    @Override
    public int segmentCount(int number) {
        return segmentStarts[number + 1] - segmentStarts[number];
    }

    @Override
    public int segment(int number, int i) {
        return segments[segmentStarts[number] + i];
    }
}
