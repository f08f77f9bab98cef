package fr.comptoir.store.fact;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A catalogue of a few rows of every kind, answered straight from the rows. */
public final class SampleCatalogue implements Catalogue {
    private static final Set<String> WITHOUT_PUBLISHER = Set.of("a1.0", "dfi", "lost");

    private final List<CatalogueRow> rows;
    private final Map<String, Integer> numbers = new HashMap<>();

    public SampleCatalogue(List<CatalogueRow> rows) {
        this.rows = rows;
        for (int i = 0; i < rows.size(); i++) {
            numbers.put(rows.get(i).itemId(), i);
        }
    }

    /** Journals with articles, books with segments, a reference work, items without titles, and databases with items. */
    public static SampleCatalogue small() {
        List<CatalogueRow> rows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            rows.add(row("db" + i, "", i == 0 ? "Database_Full" : "Database_Aggregated", "Database " + i, "", ""));
        }
        for (int t = 0; t < 4; t++) {
            rows.add(row("j" + t, "", "Journal", t < 2 ? "Annals" : "Journal " + t, "", ""));
            rows.add(row("b" + t, "", "Book", "Book é " + t, "201" + t, t == 1 ? "db1" : ""));
            for (int i = 0; i < 5; i++) {
                rows.add(row(
                        "a" + t + "." + i, "j" + t, "Article", "Article " + (9 - i), "202" + i, i == 1 ? "db2" : ""));
                rows.add(row("b" + t + "." + i, "b" + t, "Book_Segment", "Chapter " + i, "", i == 2 ? "db1" : ""));
            }
        }
        rows.add(row("rw", "", "Reference_Work", "Encyclopaedia", "1999", ""));
        rows.add(row("ri", "rw", "Reference_Item", "Entry", "", ""));
        rows.add(row("cf", "", "Conference", "Meeting", "", ""));
        rows.add(row("ci", "cf", "Conference_Item", "Talk", "2001", ""));
        rows.add(row("rep", "", "Report", "Report", "2002", ""));
        rows.add(row("rep2", "rep", "Report", "Part of a report", "2002", ""));
        rows.add(row("vid", "", "Audiovisual", "Film", "2003", "db2"));
        rows.add(row("dfi", "", "Database_Full_Item", "Record", "2004", "db0"));
        rows.add(row("lost", "nobody", "Article", "Article of no journal", "2005", ""));
        return new SampleCatalogue(rows);
    }

    public static CatalogueRow row(String id, String parent, String type, String name, String yop, String database) {
        return new CatalogueRow(
                0,
                id,
                parent,
                type,
                name,
                WITHOUT_PUBLISHER.contains(id) ? "" : "Publisher of " + id,
                id.length() == 2 ? "ISNI:" + id : "",
                "",
                "",
                "",
                yop,
                "",
                "",
                "",
                "10.1/" + id.toUpperCase(Locale.ROOT),
                "",
                "",
                id.startsWith("j") ? "1234-567X" : "",
                "",
                "",
                "",
                database);
    }

    public List<CatalogueRow> rows() {
        return rows;
    }

    @Override
    public String version() {
        return "sample";
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int find(String itemId) {
        return numbers.getOrDefault(itemId, NONE);
    }

    @Override
    public int find(byte[] utf8, int from, int to) {
        return find(new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public String itemId(int number) {
        return rows.get(number).itemId();
    }

    @Override
    public DataType dataType(int number) {
        return DataType.of(rows.get(number).dataType()).orElseThrow();
    }

    @Override
    public int parent(int number) {
        return find(rows.get(number).parentId());
    }

    @Override
    public int title(int number) {
        DataType type = dataType(number);
        int parent = parent(number);
        if (type.mayBeTitle() && (parent == NONE || type.level() == DataType.Level.TITLE)) {
            return number;
        }
        return parent != NONE && dataType(parent).level() == DataType.Level.TITLE ? parent : NONE;
    }

    @Override
    public int database(int number) {
        return find(rows.get(number).databaseId());
    }

    @Override
    public int yop(int number) {
        String yop = rows.get(number).yop();
        if (!yop.isEmpty()) {
            return Integer.parseInt(yop);
        }
        return parent(number) == NONE ? 1 : yop(parent(number));
    }

    @Override
    public AccessType accessType(int number, int day) {
        return AccessType.CONTROLLED;
    }

    @Override
    public AccessType accessTypeR5(int number, int day) {
        return AccessType.CONTROLLED;
    }

    @Override
    public boolean accessTypeR5InAllFormats(int number, int day) {
        return false;
    }

    @Override
    public int segmentCount(int number) {
        return 0;
    }

    @Override
    public int segment(int number, int i) {
        throw new IndexOutOfBoundsException(i);
    }
}
