package fr.comptoir.store.usage;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.text.Dois;
import fr.comptoir.model.text.SearchText;
import fr.comptoir.store.catalogue.ItemIdentifiers;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.query.CodeSql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBReadableVector;

/**
 * What the titles, publishers and packages of a catalogue are called, in memory, to be found by a part of their names. Nothing of it is of
 * anybody's usage. Immutable; kept for the catalogues that were asked for last.
 */
public final class CatalogueNames {
    private static final CatalogueNames NONE = new CatalogueNames(List.of(), Optional.empty());
    private static final int KEPT_MAX = 3;
    private static final Map<String, CatalogueNames> KEPT =
            Collections.synchronizedMap(new LinkedHashMap<>(KEPT_MAX, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, CatalogueNames> eldest) {
                    return size() > KEPT_MAX;
                }
            });
    private static final Object READING = new Object();
    private static final int COLUMNS = 8;

    private final List<Title> titles;
    private final Map<String, Title> byId = new HashMap<>();
    private final List<Found> publishers;
    private final List<Found> packages;
    private final Optional<ItemSearch> items;
    private Optional<Spelling> spelling = Optional.empty();

    /** What a name is of. */
    public enum Kind {
        PUBLISHER,
        PACKAGE,
        TITLE,
        /** An article, a chapter or the like, found by its identifier; what stands for it in a filter is its title. */
        ITEM
    }

    /**
     * A title.
     *
     * @param doi folded
     * @param words all by which it is found, folded
     */
    private record Title(Found found, String publisher, List<String> packages, String doi, String words) {}

    /**
     * Something that is called so.
     *
     * @param value what a filter of it has: of a title the id, of an item that of its title, else the name
     * @param said more of a title: its ISSN or ISBN, else its DOI, blank for nothing; of an item its DOI and its title's name
     * @param folded the name in lower case without accents
     */
    public record Found(Kind kind, String value, String name, String said, String folded) {
        private static Found of(Kind kind, String name) {
            return new Found(kind, name, name, "", SearchText.folded(name));
        }
    }

    private CatalogueNames(List<Title> titles, Optional<ItemSearch> items) {
        this.items = items;
        this.titles = titles.stream()
                .sorted(Comparator.comparing((Title title) -> title.found().folded()))
                .toList();
        titles.forEach(title -> byId.put(title.found().value(), title));
        publishers = publishers(this.titles);
        packages = packages(this.titles);
    }

    /** Those of a catalogue, read or kept; none without one. */
    public static CatalogueNames of(Path temporary, Optional<Path> catalogue) throws IOException {
        if (catalogue.isEmpty()) {
            return NONE;
        }
        String identity = Disk.identity(catalogue.get());
        CatalogueNames known = KEPT.get(identity);
        return known == null ? readOnce(temporary, catalogue.get(), identity) : known;
    }

    /** Whoever asks for what another one reads waits for it: many ask at once when a service has just begun. */
    private static CatalogueNames readOnce(Path temporary, Path catalogue, String identity) throws IOException {
        synchronized (READING) {
            CatalogueNames known = KEPT.get(identity);
            if (known == null) {
                known = read(temporary, catalogue);
                KEPT.put(identity, known);
            }
            return known;
        }
    }

    private static CatalogueNames read(Path temporary, Path catalogue) throws IOException {
        String types = Sql.texts(Arrays.stream(DataType.values())
                .filter(type -> type.mayBeTitle() || type.isDatabase())
                .map(DataType::code)
                .toList());
        List<Title> titles = new ArrayList<>();
        try (KeptDuck kept = KeptDuck.borrow(temporary, CodeSql::register)) {
            String table = Contents.of(kept, catalogue).table();
            ColumnReader.read(
                    kept.duck(),
                    "SELECT item_id, name, publisher, packages, print_issn, online_issn, isbn, doi FROM " + table
                            + " WHERE data_type IN " + types,
                    (chunk, rows) -> {
                        DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
                        for (int row = 0; row < rows; row++) {
                            titles.add(title(columns, row));
                        }
                    });
        } catch (SQLException e) {
            throw Duck.failure(e, "the catalogue cannot be read");
        }
        return new CatalogueNames(titles, Optional.of(new ItemSearch(temporary, catalogue)));
    }

    private static Title title(DuckDBReadableVector[] columns, int row) {
        String[] texts = new String[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            texts[i] = ColumnReader.text(columns[i], row);
        }
        String name = texts[1].isEmpty() ? texts[0] : texts[1];
        String numbers = Stream.of(texts[4], texts[5], texts[6])
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        List<String> packages = Stream.of(texts[3].split(Contents.SEPARATOR, -1))
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .toList();
        String said = numbers.isEmpty() ? texts[7] : numbers;
        Found found = new Found(Kind.TITLE, texts[0], name, said, SearchText.folded(name));
        String words = String.join(
                " ",
                found.folded(),
                SearchText.folded(texts[0] + " " + numbers + " " + texts[7]),
                numbers.replace("-", ""));
        return new Title(found, texts[2], packages, SearchText.folded(texts[7]), words);
    }

    private static List<Found> publishers(Collection<Title> titles) {
        return named(Kind.PUBLISHER, titles.stream().map(Title::publisher));
    }

    private static List<Found> packages(Collection<Title> titles) {
        return named(Kind.PACKAGE, titles.stream().flatMap(title -> title.packages().stream()));
    }

    private static List<Found> named(Kind kind, Stream<String> names) {
        Set<String> different = names.filter(name -> !name.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        return different.stream()
                .map(name -> Found.of(kind, name))
                .sorted(Comparator.comparing(Found::folded))
                .toList();
    }

    /**
     * Whatever has all words of a text in its name, a title also in its id, ISSN, ISBN or DOI: what begins with the text first, then what has a word that
     * begins with it, by name. Then items that have a DOI that begins with the text, and titles whose items have such an ISSN or ISBN.
     *
     * @param text a DOI in it may be written as an address
     * @param publishers those whose titles may be found, with their packages; empty for all
     * @param most how many of each kind
     */
    public List<Found> find(String text, Optional<? extends Set<String>> publishers, int most) throws IOException {
        String folded = SearchText.folded(Dois.bare(text.strip()));
        if (folded.isEmpty()) {
            return List.of();
        }
        Predicate<Title> visible =
                title -> publishers.isEmpty() || publishers.get().contains(title.publisher());
        List<Title> some =
                publishers.isEmpty() ? titles : titles.stream().filter(visible).toList();
        List<Found> found = new ArrayList<>();
        found.addAll(best(publishers.isEmpty() ? this.publishers : publishers(some), folded, most));
        found.addAll(best(publishers.isEmpty() ? packages : packages(some), folded, most));
        List<String> words = words(folded);
        found.addAll(best(
                some.stream()
                        .filter(title -> words.stream().allMatch(word -> FoldedText.isIn(title.words(), word)))
                        .map(Title::found),
                folded,
                most));
        addItems(folded, publishers, most, found);
        return found;
    }

    /**
     * What was meant by a text that finds nothing: the same with other words of the catalogue in place of those that no name in it has.
     *
     * @param publishers those whose titles may be known; empty for all
     */
    public Optional<String> meant(String text, Optional<? extends Set<String>> publishers) throws IOException {
        if (text.isBlank() || !find(text, publishers, 1).isEmpty()) {
            return Optional.empty();
        }
        return (publishers.isPresent() ? spelling(publishers) : wholeSpelling()).meant(text);
    }

    /** Made for the first who needs it. */
    private synchronized Spelling wholeSpelling() {
        if (spelling.isEmpty()) {
            spelling = Optional.of(spelling(Optional.empty()));
        }
        return spelling.get();
    }

    private Spelling spelling(Optional<? extends Set<String>> some) {
        List<String> names = new ArrayList<>();
        for (Title title : titles) {
            if (some.isEmpty() || some.get().contains(title.publisher())) {
                names.add(title.found().name());
                names.add(title.publisher());
                names.addAll(title.packages());
            }
        }
        return new Spelling(names);
    }

    private void addItems(String folded, Optional<? extends Set<String>> publishers, int most, List<Found> found)
            throws IOException {
        if (items.isEmpty() || !ItemSearch.isIdentifier(folded)) {
            return;
        }
        for (ItemIdentifiers.Found one : items.get().beginning(folded, publishers, most)) {
            Title title = byId.get(one.title());
            Found known = title == null ? null : title.found();
            if (!one.item().isEmpty()) {
                String of = known == null ? "" : " · " + known.name();
                String name = one.name().isEmpty() ? one.item() : one.name();
                found.add(new Found(Kind.ITEM, one.title(), name, one.identifier() + of, ""));
            } else if (known != null && !found.contains(known)) {
                found.add(known);
            }
        }
    }

    /**
     * The title that has a DOI; else that of the item that has it, see {@link #ofItemDoi}.
     *
     * @param doi bare, in any letter case
     * @param publishers those whose titles may be known; empty for all
     */
    public Optional<String> ofDoi(String doi, Optional<? extends Set<String>> publishers) throws IOException {
        Optional<String> title = withDoi(doi, publishers);
        return title.isPresent() ? title : ofItemDoi(doi, publishers);
    }

    /** The title of the item that has a DOI, or the item itself if it has none; empty for any other text, and when a title has that DOI. */
    public Optional<String> ofItemDoi(String doi, Optional<? extends Set<String>> publishers) throws IOException {
        boolean isOfItem = Dois.is(doi) && withDoi(doi, publishers).isEmpty();
        return isOfItem && items.isPresent()
                ? items.get().titleOf(SearchText.folded(doi), publishers)
                : Optional.empty();
    }

    private Optional<String> withDoi(String doi, Optional<? extends Set<String>> publishers) {
        String folded = SearchText.folded(doi);
        return titles.stream()
                .filter(one -> one.doi().equals(folded))
                .filter(one -> publishers.isEmpty() || publishers.get().contains(one.publisher()))
                .map(one -> one.found().value())
                .findFirst();
    }

    private static List<String> words(String folded) {
        return List.of(folded.split("\\s+"));
    }

    private static List<Found> best(List<Found> all, String folded, int most) {
        List<String> words = words(folded);
        return best(all.stream().filter(one -> words.stream().allMatch(one.folded()::contains)), folded, most);
    }

    /** The stream is by name, and stays so among what fits as well. */
    private static List<Found> best(Stream<Found> fitting, String folded, int most) {
        return fitting.sorted(Comparator.comparingInt(one -> rank(one.folded(), folded)))
                .limit(most)
                .toList();
    }

    private static int rank(String name, String text) {
        return name.startsWith(text) ? 0 : name.contains(" " + text) ? 1 : 2;
    }

    /**
     * Whether anything is called so.
     *
     * @param value what a filter has: of a title, or of an item without one, the id, else the name
     * @param publishers those whose titles may be known, with their packages; empty for all
     */
    public boolean knows(Kind kind, String value, Optional<? extends Set<String>> publishers) throws IOException {
        Stream<Title> visible = titles.stream()
                .filter(title -> publishers.isEmpty() || publishers.get().contains(title.publisher()));
        return switch (kind) {
            case TITLE, ITEM ->
                title(value, publishers).isPresent()
                        || (items.isPresent() && items.get().isItem(value, publishers));
            case PUBLISHER -> visible.anyMatch(title -> title.publisher().equals(value));
            case PACKAGE -> visible.anyMatch(title -> title.packages().contains(value));
        };
    }

    /**
     * What a title is called; empty when there is none of that id.
     *
     * @param publishers those whose titles may be named; empty for all
     */
    public Optional<String> title(String id, Optional<? extends Set<String>> publishers) {
        return Optional.ofNullable(byId.get(id))
                .filter(title -> publishers.isEmpty() || publishers.get().contains(title.publisher()))
                .map(title -> title.found().name());
    }

    /** What items are called, titles among them, by id; those that the catalogue does not name are missing. */
    public Map<String, String> items(Set<String> ids) throws IOException {
        return ids.isEmpty() || items.isEmpty() ? Map.of() : items.get().names(ids);
    }
}
