package fr.comptoir.store.action;

import fr.comptoir.model.action.Actions;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Rows on the disk for a while, a file for each part: the numbers of the columns, one row after another, as fast as they can be copied. First
 * all are added, then {@link #finish} is called, then parts are read. The files have no name in their folder where
 * the system can remove them while they are open. Not thread-safe.
 */
final class SpilledRows implements AutoCloseable {
    private static final int ROW_BYTES = 4 * Long.BYTES + 7 * Integer.BYTES + 4 * Short.BYTES + 5;
    /** Rows that are written or read at once. */
    private static final int BLOCK_ROWS = 4_096;

    private final Path folder;
    private final FileChannel[] files;
    private final ByteBuffer[] blocks;

    /**
     * Makes the files.
     *
     * @param folder a new one; whoever gives it removes it
     */
    SpilledRows(Path folder, int parts) throws IOException {
        this.folder = Files.createDirectories(folder);
        files = new FileChannel[parts];
        blocks = new ByteBuffer[parts];
        for (int part = 0; part < parts; part++) {
            files[part] = FileChannel.open(
                    file(part),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            blocks[part] = ByteBuffer.allocateDirect(BLOCK_ROWS * ROW_BYTES);
        }
    }

    private Path file(int part) {
        return folder.resolve(part + ".rows");
    }

    /** Adds a row to a part. */
    void add(int part, ActionRows rows, int row) throws IOException {
        ByteBuffer block = blocks[part];
        if (!block.hasRemaining()) {
            write(part);
        }
        Actions a = rows.actions();
        block.putLong(rows.ids()[row])
                .putLong(a.time[row])
                .putLong(a.user[row])
                .putLong(a.session[row])
                .putInt(a.day[row])
                .putInt(a.address[row])
                .putInt(a.organisation[row])
                .putInt(a.customers[row])
                .putInt(a.item[row])
                .putInt(a.input[row])
                .putInt(a.line[row])
                .putShort(a.format[row])
                .putShort(a.pageRule[row])
                .putShort(a.arrival[row])
                .putShort(a.part[row])
                .put(a.userIdentity[row])
                .put(a.kind[row])
                .put(a.accessMethod[row])
                .put(a.accessTypeR5[row])
                .put(a.route[row]);
    }

    private void write(int part) throws IOException {
        ByteBuffer block = blocks[part].flip();
        try {
            while (block.hasRemaining()) {
                files[part].write(block);
            }
        } catch (IOException e) {
            throw Disk.named(file(part), e);
        }
        block.clear();
    }

    /** Writes what is left. */
    void finish() throws IOException {
        for (int part = 0; part < files.length; part++) {
            write(part);
        }
    }

    /** Takes rows; they hold until the call ends. */
    @FunctionalInterface
    interface Taker {
        void take(ActionRows rows) throws IOException;
    }

    /** All rows of a part. */
    ActionRows read(int part, Actions.Dictionaries dictionaries) throws IOException {
        int size = Math.toIntExact(files[part].size() / ROW_BYTES);
        ActionRows rows = new ActionRows(new Actions(dictionaries, size), new long[size]);
        files[part].position(0);
        while (readBlock(part, rows)) {
            // the rows of each block come after those before it
        }
        return rows;
    }

    /** Gives the rows of all parts, some at a time; the disk that a part needed is free again once its rows were taken. */
    void drain(Actions.Dictionaries dictionaries, Taker taker) throws IOException {
        ActionRows rows = new ActionRows(new Actions(dictionaries, BLOCK_ROWS), new long[BLOCK_ROWS]);
        for (int part = 0; part < files.length; part++) {
            files[part].position(0);
            while (readBlock(part, rows)) {
                taker.take(rows);
                rows.actions().size = 0;
            }
            files[part].close();
        }
    }

    /** Adds the next rows of a part; gives whether there were any. */
    private boolean readBlock(int part, ActionRows rows) throws IOException {
        ByteBuffer block = blocks[part].clear();
        boolean more = true;
        while (block.hasRemaining() && more) {
            more = files[part].read(block) >= 0;
        }
        block.flip();
        boolean any = block.hasRemaining();
        while (block.hasRemaining()) {
            get(block, rows.actions(), rows.ids());
        }
        return any;
    }

    private static void get(ByteBuffer block, Actions a, long[] ids) {
        int row = a.add();
        ids[row] = block.getLong();
        a.time[row] = block.getLong();
        a.user[row] = block.getLong();
        a.session[row] = block.getLong();
        a.day[row] = block.getInt();
        a.address[row] = block.getInt();
        a.organisation[row] = block.getInt();
        a.customers[row] = block.getInt();
        a.item[row] = block.getInt();
        a.input[row] = block.getInt();
        a.line[row] = block.getInt();
        a.format[row] = block.getShort();
        a.pageRule[row] = block.getShort();
        a.arrival[row] = block.getShort();
        a.part[row] = block.getShort();
        a.userIdentity[row] = block.get();
        a.kind[row] = block.get();
        a.accessMethod[row] = block.get();
        a.accessTypeR5[row] = block.get();
        a.route[row] = block.get();
    }

    /** Removes the files. */
    @Override
    public void close() throws IOException {
        for (FileChannel file : files) {
            file.close();
        }
    }
}
