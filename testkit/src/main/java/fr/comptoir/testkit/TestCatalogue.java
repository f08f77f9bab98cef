package fr.comptoir.testkit;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.DataType.Level;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A catalogue in plain collections, made from rows, that owes nothing to the real one. Numbers are places in the list of rows. */
public final class TestCatalogue implements Catalogue {
    private static final Set<String> GOLD = Set.of("", "gold", "hybrid", "diamond");
    private static final String IN_ALL_FORMATS = " (in all formats)";

    private final List<CatalogueRow> rows;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<DataType> types = new ArrayList<>();
    private final List<List<Integer>> segments = new ArrayList<>();
    private final List<NavigableMap<Integer, AccessType>> accessTypes = new ArrayList<>();
    private final List<NavigableMap<Integer, AccessType>> accessTypesR5 = new ArrayList<>();

    private TestCatalogue(List<CatalogueRow> rows) {
        this.rows = List.copyOf(rows);
        for (CatalogueRow row : rows) {
            numbers.put(row.itemId(), numbers.size());
            types.add(DataType.of(row.dataType()).orElseThrow());
            segments.add(new ArrayList<>());
        }
        for (int number = 0; number < rows.size(); number++) {
            accessTypes.add(changes(firstSaid(number, true)));
            accessTypesR5.add(changes(firstSaid(number, false)));
            int parent = parent(number);
            if (parent != NONE
                    && types.get(parent).isWholeBook()
                    && types.get(number) == types.get(parent).segmentType()) {
                segments.get(parent).add(number);
            }
        }
        segments.forEach(list -> list.sort(Comparator.comparing(this::itemId)));
    }

    public static TestCatalogue of(List<CatalogueRow> rows) {
        return new TestCatalogue(rows);
    }

    public List<CatalogueRow> rows() {
        return rows;
    }

    /** The number of an item that must be there. */
    public int number(String itemId) {
        int number = find(itemId);
        if (number == NONE) {
            throw new IllegalArgumentException("the catalogue has no " + itemId);
        }
        return number;
    }

    @Override
    public String version() {
        return Integer.toHexString(rows.hashCode());
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
        return types.get(number);
    }

    @Override
    public int parent(int number) {
        return find(rows.get(number).parentId());
    }

    @Override
    public int title(int number) {
        DataType type = types.get(number);
        int parent = parent(number);
        if (type.level() == Level.TITLE || (type.mayBeTitle() && parent == NONE)) {
            return number;
        }
        return parent != NONE && types.get(parent).mayBeTitle() ? parent : NONE;
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
        int parent = parent(number);
        return parent == NONE ? 1 : yop(parent);
    }

    @Override
    public AccessType accessType(int number, int day) {
        return accessTypes.get(number).floorEntry(day).getValue();
    }

    @Override
    public AccessType accessTypeR5(int number, int day) {
        NavigableMap<Integer, AccessType> said = accessTypesR5.get(number);
        if (!said.isEmpty()) {
            return said.floorEntry(day).getValue();
        }
        boolean gold = accessType(number, day) == AccessType.OPEN
                && GOLD.contains(rows.get(number).oaStatus());
        return gold ? AccessType.OA_GOLD : AccessType.CONTROLLED;
    }

    @Override
    public boolean accessTypeR5InAllFormats(int number, int day) {
        String inForce = "";
        for (String change : rows.get(number).accessTypeR5().split(";", -1)) {
            int colon = change.indexOf(':');
            boolean holds =
                    colon < 0 || LocalDate.parse(change.substring(0, colon)).toEpochDay() <= day;
            inForce = holds ? change : inForce;
        }
        return inForce.endsWith(IN_ALL_FORMATS);
    }

    @Override
    public int segmentCount(int number) {
        return segments.get(number).size();
    }

    @Override
    public int segment(int number, int i) {
        return segments.get(number).get(i);
    }

    /** What the row says of its access, or the nearest ancestor's word; of Release 5 only the row's own. */
    private String firstSaid(int number, boolean r51) {
        CatalogueRow row = rows.get(number);
        if (!r51) {
            return row.accessTypeR5();
        }
        int parent = parent(number);
        if (!row.accessType().isEmpty()) {
            return row.accessType();
        }
        return parent == NONE ? AccessType.CONTROLLED.code() : firstSaid(parent, true);
    }

    private static NavigableMap<Integer, AccessType> changes(String text) {
        NavigableMap<Integer, AccessType> changes = new TreeMap<>();
        if (text.isEmpty()) {
            return changes;
        }
        for (String change : text.split(";", -1)) {
            int colon = change.indexOf(':');
            int day = colon < 0
                    ? Integer.MIN_VALUE
                    : Math.toIntExact(
                            LocalDate.parse(change.substring(0, colon)).toEpochDay());
            changes.put(
                    day,
                    AccessType.of(change.substring(colon + 1).replace(IN_ALL_FORMATS, ""))
                            .orElseThrow());
        }
        return changes;
    }
}
