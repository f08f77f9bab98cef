package fr.comptoir.store.usage;

import fr.comptoir.store.catalogue.ItemIdentifiers;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.duckdb.DuckDBReadableVector;

/** Finds what is no title in a catalogue: by its identifiers, of which nothing is in memory. Thread-safe. */
final class ItemSearch {
    /** A text of fewer characters begins too many identifiers. */
    private static final int TEXT_MIN = 4;

    private static final Pattern ISSN = Pattern.compile("[0-9]{7}[0-9x]");

    private final Path temporary;
    private final Path catalogue;

    /** @param catalogue the rows of one version */
    ItemSearch(Path temporary, Path catalogue) {
        this.temporary = temporary;
        this.catalogue = catalogue;
    }

    /** Whether a folded text may be the beginning of a DOI, an ISSN or an ISBN. */
    static boolean isIdentifier(String folded) {
        return folded.length() >= TEXT_MIN && Character.isDigit(folded.charAt(0)) && folded.indexOf(' ') < 0;
    }

    /**
     * Identifiers that begin with a text; an ISBN in it may have hyphens, an ISSN be without its own.
     *
     * @param publishers those whose titles may be known; empty for all
     */
    List<ItemIdentifiers.Found> beginning(String folded, Optional<? extends Set<String>> publishers, int most)
            throws IOException {
        Set<String> forms = new LinkedHashSet<>(List.of(folded));
        if (folded.matches("[0-9-]+")) {
            forms.add(folded.replace("-", ""));
        }
        if (ISSN.matcher(folded).matches()) {
            forms.add(folded.substring(0, 4) + "-" + folded.substring(4));
        }
        Predicate<ItemIdentifiers.Found> visible =
                one -> publishers.isEmpty() || publishers.get().contains(one.publisher());
        List<ItemIdentifiers.Found> found = new ArrayList<>();
        for (String form : forms) {
            int more = most - found.size();
            if (ItemIdentifiers.areWritten(catalogue)) {
                found.addAll(ItemIdentifiers.beginning(catalogue, form, visible, more));
            } else {
                CatalogueQuestion.ask(
                        temporary,
                        kept -> found.addAll(ItemIdentifiers.inRows(kept.duck(), catalogue, form, visible, more)));
            }
        }
        return found;
    }

    /** The title of the item that has an identifier, or the item itself if it has none. */
    Optional<String> titleOf(String folded, Optional<? extends Set<String>> publishers) throws IOException {
        return beginning(folded, publishers, 1).stream()
                .filter(one -> one.identifier().equals(folded))
                .map(ItemIdentifiers.Found::title)
                .findFirst();
    }

    /** Whether the catalogue has an item of that id which has no title. */
    boolean isItem(String id, Optional<? extends Set<String>> publishers) throws IOException {
        String owned = publishers
                .map(names -> names.isEmpty() ? "false" : "coalesce(publisher, '') IN " + Sql.texts(names))
                .orElse("true");
        boolean[] known = {false};
        CatalogueQuestion.ask(
                temporary,
                kept -> ColumnReader.read(
                        kept.duck(),
                        "SELECT 1 FROM " + Contents.of(kept, catalogue).table() + " WHERE item_id = " + Sql.text(id)
                                + " AND " + owned,
                        (chunk, rows) -> known[0] = rows > 0));
        return known[0];
    }

    /** What items are called, by id; those that the catalogue does not name are missing. */
    Map<String, String> names(Set<String> ids) throws IOException {
        Map<String, String> names = new HashMap<>();
        String sql = "SELECT item_id, coalesce(name, '') FROM " + Sql.parquet(List.of(catalogue)) + " WHERE item_id IN "
                + Sql.texts(ids);
        CatalogueQuestion.ask(
                temporary,
                kept -> ColumnReader.read(kept.duck(), sql, (chunk, rows) -> {
                    DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
                    for (int row = 0; row < rows; row++) {
                        String name = ColumnReader.text(columns[1], row);
                        if (!name.isEmpty()) {
                            names.put(ColumnReader.text(columns[0], row), name);
                        }
                    }
                }));
        return names;
    }
}
