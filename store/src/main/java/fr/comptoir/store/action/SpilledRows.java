package fr.comptoir.store.action;

import fr.comptoir.model.action.Actions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Rows on the disk for a while, a file for each part: the numbers of the columns, one row after another, as fast as they can be copied. First
 * all are added, then {@link #finish} is called, then parts are read. Not thread-safe.
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
            FileSystemException named = new FileSystemException(file(part).toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
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
        Actions actions = new Actions(dictionaries, size);
        long[] ids = new long[size];
        read(part, actions, ids, false, rows -> {});
        return new ActionRows(actions, ids);
    }

    /** The rows of all parts, some at a time. */
    void readAll(Actions.Dictionaries dictionaries, Taker taker) throws IOException {
        Actions actions = new Actions(dictionaries, BLOCK_ROWS);
        for (int part = 0; part < files.length; part++) {
            read(part, actions, new long[BLOCK_ROWS], true, taker);
        }
    }

    private void read(int part, Actions actions, long[] ids, boolean anew, Taker taker) throws IOException {
        files[part].position(0);
        ByteBuffer block = blocks[part];
        boolean more = true;
        while (more) {
            block.clear();
            while (block.hasRemaining() && more) {
                more = files[part].read(block) >= 0;
            }
            block.flip();
            if (anew) {
                actions.size = 0;
            }
            while (block.hasRemaining()) {
                get(block, actions, ids);
            }
            taker.take(new ActionRows(actions, ids));
        }
        block.clear();
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
