package fr.comptoir.store.action;

import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A set of actions in parts that fit in memory, cut by user or by item. All rows are read once, as numbers, into temporary files, a folder
 * for each part; from those of one cut the other is made. To be asked part after part. Not thread-safe.
 */
public final class ActionParts {
    private static final String CUT = "cut";

    private final ActionSet set;
    private final int parts;
    private Path byUser = Path.of("");
    private Path byItem = Path.of("");

    ActionParts(ActionSet set, int parts) {
        this.set = set;
        this.parts = parts;
    }

    /** Part {@code part}, 0 being the first: all rows of any one user are in the same part. */
    public ActionRows byUser(int part) throws IOException {
        if (byUser.toString().isEmpty() && !set.isEmpty()) {
            byUser =
                    cut("user", "SELECT *, abs(user_hash % " + parts + ") AS " + CUT + " FROM (" + set.numbers() + ")");
        }
        return set.load(rows(byUser, part));
    }

    /**
     * As {@link #byUser}, with all rows of any one item in the same part; rows without an item are dealt to all.
     *
     * @param partOfItem gives for the id of an item its part; asked once for each item of the set, the first time
     */
    public ActionRows byItem(int part, ToIntFunction<String> partOfItem) throws IOException {
        if (byItem.toString().isEmpty() && !set.isEmpty()) {
            byItem = cut("item", itemParts(partOfItem));
        }
        return set.load(rows(byItem, part));
    }

    private String itemParts(ToIntFunction<String> partOfItem) throws IOException {
        int[] numbers =
                set.dictionaries().items().texts().stream().mapToInt(partOfItem).toArray();
        try {
            ActionColumns.registerItemParts(set.duck(), numbers);
        } catch (SQLException e) {
            throw Duck.failure(e, ActionSet.CANNOT_BE_READ);
        }
        String rows = byUser.toString().isEmpty() ? "(" + set.numbers() + ")" : files(byUser);
        return "SELECT r.*, coalesce(i.part, abs(r.session_hash % " + parts + ")) AS " + CUT + " FROM " + rows
                + " r LEFT JOIN item_parts i ON i.n = r.item";
    }

    private Path cut(String name, String rows) throws IOException {
        Path folder = set.duck().folder().resolve(name);
        try {
            set.duck().copyParts(rows, folder, CUT);
        } catch (SQLException e) {
            throw Duck.failure(e, folder + " cannot be written");
        }
        return folder;
    }

    private static String rows(Path cut, int part) throws IOException {
        Path folder = cut.resolve(CUT + "=" + part);
        return cut.toString().isEmpty() || !Files.isDirectory(folder) ? "" : "SELECT * FROM " + files(folder);
    }

    private static String files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        return Sql.parquet(files, "hive_partitioning = false");
    }
}
