package fr.comptoir.store.duck;

import fr.comptoir.store.duck.KeptDuck.Maker;
import fr.comptoir.store.duck.KeptDuck.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A database that is lent by {@link KeptDuck}, and the tables in it that outlast a question. Thread-safe, but for what its lender guards. */
final class KeptTables {
    /** Tables that are kept while no question uses them: the four that a catalogue has, and some of the catalogue before. */
    private static final int IDLE_MAX = 6;

    private final Duck duck;
    /** By key; the one asked for last comes last. */
    private final Map<String, Use<?>> tables = new LinkedHashMap<>();

    private int made;
    private int questions;
    /** Guarded by the lender. */
    int borrowers;

    private KeptTables(Duck duck) {
        this.duck = duck;
    }

    /** A table, and what Java keeps beside it. */
    static final class Use<T> {
        private final String table;
        private final T value;
        private int users;

        private Use(String table, T value) {
            this.table = table;
            this.value = value;
        }

        T value() {
            return value;
        }
    }

    static KeptTables open(Path parent, Setup setup) throws IOException, SQLException {
        Duck duck = Duck.open(parent);
        try {
            duck.execute("SET parquet_metadata_cache = true");
            setup.run(duck);
            return new KeptTables(duck);
        } catch (SQLException | RuntimeException e) {
            duck.close();
            throw e;
        }
    }

    Duck duck() {
        return duck;
    }

    int nextQuestion() {
        return ++questions;
    }

    /** Makes what is not there over the connection of the question. */
    synchronized Use<?> use(Duck question, String key, Maker<?> maker) throws SQLException, IOException {
        Use<?> use = tables.remove(key);
        if (use == null) {
            String table = "main.kept" + ++made;
            use = new Use<>(table, maker.make(question, table));
        }
        tables.put(key, use);
        use.users++;
        return use;
    }

    synchronized void release(Duck question, Use<?> use) throws SQLException {
        use.users--;
        List<Use<?>> idle =
                tables.values().stream().filter(each -> each.users == 0).toList();
        for (Use<?> surplus : idle.subList(0, Math.max(0, idle.size() - IDLE_MAX))) {
            tables.values().remove(surplus);
            question.execute("DROP TABLE IF EXISTS " + surplus.table);
        }
    }
}
