package fr.comptoir.store.usage;

import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.query.TitleNames;
import fr.comptoir.store.usage.UsageQuery.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of the titles, databases and items without a title of a catalogue, and of what the facts name and the catalogue does not have any
 * more, which comes after. Kept usage has these numbers instead of ids. Which are chosen and how they are sorted is said by the same SQL as
 * without them. Thread-safe.
 */
final class TitleNumbers {
    /** Choices that are kept; each needs a bit a title. */
    private static final int CHOICES_MAX = 64;
    /** Orders that are kept; each needs four bytes a title. */
    static final int RANKS_MAX = 8;
    /** From so many on, reading all names is faster than looking for some. */
    private static final int NAMED_MAX = 1_000;

    private final Path temporary;
    private final Path catalogue;
    private final int catalogued;
    private final List<String> statuses;
    private final List<String> others = new ArrayList<>();
    private final Map<String, Integer> numbersOfOthers = new HashMap<>();
    private final Map<String, int[]> ranks = new LinkedHashMap<>(RANKS_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, int[]> eldest) {
            return size() > RANKS_MAX;
        }
    };
    private @Nullable List<PackageTitles.Titles> packages;
    private @Nullable Reported reported;
    private final Map<Content, BitSet> choices = new LinkedHashMap<>(CHOICES_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Content, BitSet> eldest) {
            return size() > CHOICES_MAX;
        }
    };

    private TitleNumbers(Path temporary, Path catalogue, int catalogued, List<String> statuses) {
        this.temporary = temporary;
        this.catalogue = catalogue;
        this.catalogued = catalogued;
        this.statuses = statuses;
    }

    /** Numbers those of a catalogue. */
    static TitleNumbers of(Path temporary, Path catalogue) throws SQLException, IOException {
        try (KeptDuck kept = KeptDuck.borrow(temporary, CodeSql::register)) {
            return new TitleNumbers(
                    temporary,
                    catalogue,
                    Contents.of(kept, catalogue).size(),
                    Contents.openAccess(kept, catalogue).statuses());
        }
    }

    /** The table {@code (n, item_id)} of those in the catalogue. */
    String contents(KeptDuck kept) throws SQLException, IOException {
        return Contents.of(kept, catalogue).table();
    }

    /** The table {@code (item_id, number)} of open-access statuses. */
    String openAccess(KeptDuck kept) throws SQLException, IOException {
        return Contents.openAccess(kept, catalogue).table();
    }

    /** The statuses; the first has number 1. */
    List<String> statuses() {
        return statuses;
    }

    /** The number of what is not in the catalogue. */
    synchronized int other(String id) {
        return numbersOfOthers.computeIfAbsent(id, any -> {
            others.add(id);
            return catalogued + others.size() - 1;
        });
    }

    synchronized int size() {
        return catalogued + others.size();
    }

    /** The packages of the catalogue. */
    synchronized List<PackageTitles.Titles> packages() throws IOException {
        List<PackageTitles.Titles> known = packages;
        if (known == null) {
            List<PackageTitles.Titles> read = new ArrayList<>();
            CatalogueQuestion.ask(
                    temporary,
                    kept -> read.addAll(PackageTitles.of(kept, Contents.packages(kept, catalogue), contents(kept))));
            known = List.copyOf(read);
            packages = known;
        }
        return known;
    }

    /**
     * The titles and databases as reports name and sort them.
     *
     * @param ranks by number, that among the names; -1 for an item
     */
    record Reported(TitleNames names, int[] ranks) {
        /** -1 for what has none: an item, what the catalogue does not have any more, all where names are too many. */
        int rank(int title) {
            return title < ranks.length ? ranks[title] : -1;
        }
    }

    /** Made once. */
    synchronized Reported reported() throws IOException {
        Reported known = reported;
        if (known == null) {
            List<Reported> made = new ArrayList<>();
            CatalogueQuestion.ask(temporary, kept -> {
                TitleNames names = TitleNames.of(kept, catalogue, Sql.parquet(List.of(catalogue)));
                int[] ranks = new int[names.isEmpty() ? 0 : catalogued];
                Arrays.fill(ranks, -1);
                if (!names.isEmpty()) {
                    fill(kept, names, ranks);
                }
                made.add(new Reported(names, ranks));
            });
            known = made.get(0);
            reported = known;
        }
        return known;
    }

    private void fill(KeptDuck kept, TitleNames names, int[] ranks) throws SQLException, IOException {
        String both = "SELECT c.n, r.rank FROM " + contents(kept) + " c JOIN " + names.table()
                + " r ON r.item_id = c.item_id";
        ColumnReader.read(kept.duck(), both, (chunk, rows) -> {
            DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
            for (int row = 0; row < rows; row++) {
                ranks[columns[0].getInt(row)] = columns[1].getInt(row);
            }
        });
    }

    /** Those that are chosen; what is not in the catalogue never is. */
    BitSet chosen(Content content) throws IOException {
        BitSet known = known(content);
        if (known == null) {
            known = where(Contents.condition(content));
            keep(content, known);
        }
        return known;
    }

    private synchronized @Nullable BitSet known(Content content) {
        return choices.get(content);
    }

    private synchronized void keep(Content content, BitSet chosen) {
        choices.put(content, chosen);
    }

    /** Those of the catalogue for which a condition on {@link Contents#table} holds. */
    BitSet where(String condition) throws IOException {
        BitSet some = new BitSet(catalogued);
        CatalogueQuestion.ask(
                temporary,
                kept -> ColumnReader.read(
                        kept.duck(), "SELECT n FROM " + contents(kept) + " c WHERE " + condition, (chunk, rows) -> {
                            DuckDBReadableVector numbers = chunk.vector(0);
                            for (int row = 0; row < rows; row++) {
                                some.set(numbers.getInt(row));
                            }
                        }));
        return some;
    }

    /**
     * The place of each in an order.
     *
     * @param order in SQL, of {@code item_id} and names, all of which are there
     * @return by number; {@link #size} of them, or more
     */
    synchronized int[] ranks(String order) throws IOException {
        int[] known = ranks.get(order);
        if (known == null || known.length < size()) {
            known = sorted(order);
            ranks.put(order, known);
        }
        return known;
    }

    private int[] sorted(String order) throws IOException {
        int[] places = new int[size()];
        int[] next = {0};
        String named = UsedTitlesSql.NAMES.replaceAll("(\\w+)", "coalesce(c.$1, '') AS $1");
        String more = IntStream.range(0, others.size())
                .mapToObj(i -> "(" + (catalogued + i) + ", " + Sql.text(others.get(i)) + ")")
                .collect(Collectors.joining(", "));
        CatalogueQuestion.ask(temporary, kept -> {
            String rows = "SELECT n, item_id AS id, " + named + " FROM " + contents(kept) + " c";
            if (!more.isEmpty()) {
                rows += " UNION ALL SELECT n, id, " + UsedTitlesSql.NAMES.replaceAll("(\\w+)", "'' AS $1")
                        + " FROM (VALUES " + more + ") o (n, id)";
            }
            ColumnReader.read(kept.duck(), "SELECT n FROM (" + rows + ") ORDER BY " + order, (chunk, size) -> {
                DuckDBReadableVector numbers = chunk.vector(0);
                for (int row = 0; row < size; row++) {
                    places[numbers.getInt(row)] = next[0]++;
                }
            });
        });
        return places;
    }

    /** What is said of a title. */
    record Texts(String id, Map<String, String> texts) {
        String text(String column) {
            return texts.getOrDefault(column, "");
        }
    }

    /** What is said of some of them, by number. */
    Map<Integer, Texts> texts(int[] numbers) throws IOException {
        Map<Integer, Texts> texts = new HashMap<>();
        BitSet wanted = new BitSet();
        for (int number : numbers) {
            if (number >= catalogued) {
                texts.put(number, new Texts(otherId(number), Map.of()));
            } else {
                wanted.set(number);
            }
        }
        if (!wanted.isEmpty()) {
            List<String> columns = List.of(UsedTitlesSql.NAMES.split(", "));
            String some = wanted.cardinality() > NAMED_MAX
                    ? ""
                    : wanted.stream()
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(", ", " WHERE n IN (", ")"));
            CatalogueQuestion.ask(
                    temporary,
                    kept -> ColumnReader.read(
                            kept.duck(),
                            "SELECT n, item_id, " + UsedTitlesSql.NAMES + " FROM " + contents(kept) + some,
                            (chunk, rows) -> {
                                DuckDBReadableVector[] vectors = ColumnReader.columns(chunk);
                                for (int row = 0; row < rows; row++) {
                                    if (wanted.get(vectors[0].getInt(row))) {
                                        texts.put(vectors[0].getInt(row), texts(vectors, row, columns));
                                    }
                                }
                            }));
        }
        return texts;
    }

    private static Texts texts(DuckDBReadableVector[] vectors, int row, List<String> columns) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            texts.put(columns.get(i), ColumnReader.text(vectors[2 + i], row));
        }
        return new Texts(vectors[1].getString(row), texts);
    }

    /** How many orders are kept. */
    synchronized int orders() {
        return ranks.size();
    }

    /** The id of one that is not in the catalogue. */
    synchronized String otherId(int number) {
        return others.get(number - catalogued);
    }

    /** How many are in the catalogue; they have the numbers below. */
    int catalogued() {
        return catalogued;
    }
}
