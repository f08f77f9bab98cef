package fr.comptoir.registry;

import fr.comptoir.model.catalogue.CatalogueRow;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows for tests, written {@code column=value}. */
final class Rows {
    private Rows() {}

    static CatalogueRow row(String itemId, String dataType, String... values) {
        Map<String, String> set = new LinkedHashMap<>();
        for (String value : values) {
            String[] parts = value.split("=", 2);
            set.put(parts[0], parts[1]);
        }
        set.put("item_id", itemId);
        set.put("data_type", dataType);
        List<String> v = CatalogueRow.COLUMNS.stream()
                .map(column -> set.getOrDefault(column, ""))
                .toList();
        return new CatalogueRow(
                1, v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5), v.get(6), v.get(7), v.get(8), v.get(9),
                v.get(10), v.get(11), v.get(12), v.get(13), v.get(14), v.get(15), v.get(16), v.get(17), v.get(18),
                v.get(19), v.get(20));
    }

    static CatalogueBuilder.Built build(CatalogueRow... rows) {
        CatalogueBuilder builder = new CatalogueBuilder();
        Arrays.stream(rows).forEach(builder::add);
        return builder.build("catalogue.csv");
    }
}
