package fr.comptoir.store.duck;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The database in which a process answers its questions, as opening one costs as much as a small question. Each question borrows a
 * connection with a schema of its own, gone when it is given back, so that several threads may ask at once within one limit of memory.
 * Types made at the start and tables made by {@link #table} outlast a question.
 */
public final class KeptDuck implements AutoCloseable {
    /** Databases that are kept while nobody asks; there is one for each site. */
    private static final int IDLE_MAX = 1;

    /** By the folder for what does not fit in memory; the one borrowed last comes last. */
    private static final Map<Path, KeptTables> DATABASES = new LinkedHashMap<>();

    private final Path parent;
    private final KeptTables database;
    private final Duck duck;
    private final String schema;
    private final List<KeptTables.Use<?>> used = new ArrayList<>();

    private KeptDuck(Path parent, KeptTables database, Duck duck, String schema) {
        this.parent = parent;
        this.database = database;
        this.duck = duck;
        this.schema = schema;
    }

    /** Sets up a new database, once. */
    @FunctionalInterface
    public interface Setup {
        void run(Duck duck) throws SQLException;
    }

    /** Makes a table of a name, and what Java keeps beside it. */
    @FunctionalInterface
    public interface Maker<T> {
        T make(Duck duck, String table) throws SQLException, IOException;
    }

    /**
     * Borrows a connection for one question, opening a database where none is kept.
     *
     * @param parent as for {@link Duck#open}; each has a database of its own
     * @param setup makes the types of a new one
     */
    public static KeptDuck borrow(Path parent, Setup setup) throws IOException, SQLException {
        synchronized (DATABASES) {
            KeptTables database = DATABASES.remove(parent);
            if (database == null) {
                database = KeptTables.open(parent, setup);
            }
            DATABASES.put(parent, database);
            String schema = "question" + database.nextQuestion();
            Duck duck = database.duck().withSchema(schema);
            database.borrowers++;
            return new KeptDuck(parent, database, duck, schema);
        }
    }

    public Duck duck() {
        return duck;
    }

    /**
     * What was made for a key before, or is made now. It stays as long as the question at least; of those that no question uses, only
     * the few used last are kept.
     */
    public <T> T table(String key, Class<T> type, Maker<T> maker) throws SQLException, IOException {
        KeptTables.Use<?> use = database.use(duck, key, maker);
        used.add(use);
        return type.cast(use.value());
    }

    /** Gives the connection back. A database that cannot forget the question, or has put something on the disk, is not kept. */
    @Override
    public void close() throws IOException {
        boolean sound = forget();
        List<KeptTables> surplus = new ArrayList<>();
        synchronized (DATABASES) {
            database.borrowers--;
            if (DATABASES.get(parent) == database
                    && (!sound || (database.borrowers == 0 && database.duck().hasSpilled()))) {
                DATABASES.remove(parent);
            }
            if (DATABASES.get(parent) != database && database.borrowers == 0) {
                surplus.add(database);
            }
            surplus.addAll(tooMany());
        }
        for (KeptTables each : surplus) {
            each.duck().close();
        }
    }

    private boolean forget() throws IOException {
        try {
            for (KeptTables.Use<?> use : used) {
                database.release(duck, use);
            }
            duck.execute("DROP SCHEMA " + schema + " CASCADE");
            return true;
        } catch (SQLException e) {
            return false; // whoever asked has the failure that came before
        } finally {
            duck.close();
        }
    }

    private static List<KeptTables> tooMany() {
        List<KeptTables> idle = new ArrayList<>(DATABASES.values());
        idle.removeIf(database -> database.borrowers > 0);
        List<KeptTables> surplus = idle.subList(0, Math.max(0, idle.size() - IDLE_MAX));
        DATABASES.values().removeAll(surplus);
        return surplus;
    }
}
