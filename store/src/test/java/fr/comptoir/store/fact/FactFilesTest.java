package fr.comptoir.store.fact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactFilesTest {
    private static final long SEED = 4711;
    private static final YearMonth MONTH = YearMonth.of(2024, 1);
    private static final SampleCatalogue CATALOGUE = SampleCatalogue.small();
    private static final String NULL = "-";
    private static final String ITEM_COLUMNS =
            "Item_ID, Data_Type, Title_ID, Title_Data_Type, Parent_ID, Database_ID, Database_Data_Type, YOP,"
                    + " Access_Type, Access_Type_R5, Access_Method, Total_Item_Investigations, Total_Item_Requests,"
                    + " Unique_Item_Investigations, Unique_Item_Requests, Limit_Exceeded, No_License,"
                    + " Total_Item_Investigations_R5, Total_Item_Requests_R5, Unique_Item_Investigations_R5,"
                    + " Unique_Item_Requests_R5, Total_Item_Requests_HTML, Total_Item_Requests_PDF,"
                    + " Total_Item_Requests_HTML_R5, Total_Item_Requests_PDF_R5";
    private static final String TITLE_COLUMNS =
            "Title_ID, Title_Data_Type, Database_ID, YOP, Access_Type, Access_Type_R5, Access_Method,"
                    + " Unique_Title_Investigations, Unique_Title_Requests, Unique_Title_Investigations_R5,"
                    + " Unique_Title_Requests_R5";

    @TempDir
    Path data;

    @Test
    void everyRowIsReadBackFromTheFiles() throws Exception {
        MonthFacts facts = SampleFacts.random(new SplittableRandom(SEED), MONTH, CATALOGUE, 2_000);
        write(facts, 1);
        assertThat(rows("items", ITEM_COLUMNS)).as("seed %d", SEED).isEqualTo(items(facts));
        assertThat(rows("titles", TITLE_COLUMNS)).as("seed %d", SEED).isEqualTo(titles(facts));
    }

    /** Each title has, over all ways and routes, what its items have. */
    @Test
    void routesHaveWhatItemsHave() throws Exception {
        write(SampleFacts.random(new SplittableRandom(SEED), MONTH, CATALOGUE, 2_000), 1);
        assertThat(sums("routes", "Title_ID", 1))
                .isNotEmpty()
                .isEqualTo(sums("items", "coalesce(Title_ID, Item_ID)", 1));
        List<String> ways = new ArrayList<>();
        read("SELECT DISTINCT Arrival, Route FROM " + file("routes") + " ORDER BY ALL", ways);
        assertThat(ways)
                .contains("-|-", "Portail d'été|ip", "direct|federation", "within_platform|token")
                .hasSize(20);
        List<String> order = new ArrayList<>();
        read("SELECT lpad(Customers::VARCHAR, 3, '0') FROM " + file("routes"), order);
        assertThat(order).isSorted();
    }

    private List<String> sums(String file, String title, int version) throws Exception {
        List<String> sums = new ArrayList<>();
        read(
                "SELECT DISTINCT c.Customer_Set, " + title + " AS t, Access_Method, sum(Total_Item_Investigations),"
                        + " sum(Total_Item_Requests), sum(Limit_Exceeded), sum(No_License),"
                        + " sum(Total_Item_Investigations_R5), sum(Total_Item_Requests_R5) FROM " + file(file, version)
                        + " f JOIN (SELECT DISTINCT Customers, Customer_Set FROM " + file("customers", version)
                        + ") c USING (Customers) GROUP BY ALL ORDER BY ALL",
                sums);
        return sums;
    }

    @Test
    void setsOfCustomersAreNumberedByTheirTexts() throws Exception {
        write(SampleFacts.random(new SplittableRandom(SEED), MONTH, CATALOGUE, 10), 1);
        List<String> rows = new ArrayList<>();
        read("SELECT Customers, Customer_Set, Customer_ID FROM " + file("customers") + " ORDER BY ALL", rows);
        assertThat(rows)
                .containsExactly(
                        "0|" + NULL + "|" + NULL,
                        "1|c1|c1",
                        "2|c10|c10",
                        "3|c1|c2|cons|c1",
                        "3|c1|c2|cons|c2",
                        "3|c1|c2|cons|cons",
                        "4|c1|cons|c1",
                        "4|c1|cons|cons",
                        "5|c2|c3|c2",
                        "5|c2|c3|c3");
    }

    @Test
    void aRowGroupIsASortedSlice() throws Exception {
        ItemFacts items = new ItemFacts(0);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 120_000; i++) {
            items.add(random.nextInt(3), random.nextInt(CATALOGUE.size()), (byte) 0, (byte) 0, (byte) 0);
        }
        Names customers = new Names();
        List.of("b", "a", "").forEach(customers::number);
        write(new MonthFacts(MONTH, customers, items, new TitleFacts(1), new SearchFacts(1), 0, 0, 0), 1);
        List<String> groups = new ArrayList<>();
        read(
                "SELECT least, most FROM (SELECT stats_min_value::INTEGER AS least, stats_max_value::INTEGER AS most FROM parquet_metadata("
                        + Sql.text(
                                data.resolve("facts/2024-01/v1/items.parquet").toString())
                        + ") WHERE path_in_schema = 'Customers') ORDER BY ALL",
                groups);
        assertThat(groups).containsExactly("0|1", "1|2", "2|2");
    }

    /** With many items DuckDB would rather read the items first, and their order would be the rows'. */
    @Test
    void howeverManyItemsThereAreRowsLieByCustomer() throws Exception {
        List<CatalogueRow> rows = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            rows.add(SampleCatalogue.row("a" + i, "", "Article", "Article", "2020", ""));
        }
        SampleCatalogue many = new SampleCatalogue(rows);
        ItemFacts items = new ItemFacts(0);
        Names customers = new Names();
        for (int set = 0; set < 10; set++) {
            customers.number("c" + set);
            for (int item = set % 3; item < many.size(); item += 3) {
                items.add(set, item, (byte) 0, (byte) 0, (byte) 0);
            }
        }
        MonthFacts facts = new MonthFacts(MONTH, customers, items, new TitleFacts(1), new SearchFacts(1), 0, 0, 0);
        new FactFiles(new DataFolder(data), new Disk()).write(facts, many, 1);
        List<String> groups = new ArrayList<>();
        read(
                "SELECT least, most FROM (SELECT stats_min_value::INTEGER AS least, stats_max_value::INTEGER AS most FROM parquet_metadata("
                        + Sql.text(
                                data.resolve("facts/2024-01/v1/items.parquet").toString())
                        + ") WHERE path_in_schema = 'Customers') ORDER BY ALL",
                groups);
        assertThat(groups).containsExactly("0|3", "3|7", "7|9");
    }

    @Test
    void partsAreOneVersionSortedByCustomer() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        FactFiles files = new FactFiles(new DataFolder(data), new Disk());
        FactParts parts = files.writeParts(MONTH, CATALOGUE, 1);
        List<String> items = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        List<String> searches = new ArrayList<>();
        for (int version = 2; version < 5; version++) {
            MonthFacts facts = SampleFacts.random(random, MONTH, CATALOGUE, 300);
            parts.add(facts);
            write(facts, version);
            items.addAll(rows("items", ITEM_COLUMNS, version));
            titles.addAll(rows("titles", TITLE_COLUMNS, version));
            searches.add(file("searches", version) + " s JOIN " + file("customers", version) + " c USING (Customers)");
        }
        parts.finish();
        items.sort(null);
        titles.sort(null);
        assertThat(rows("items", ITEM_COLUMNS)).as("seed %d", SEED).isEqualTo(items);
        assertThat(rows("titles", TITLE_COLUMNS)).as("seed %d", SEED).isEqualTo(titles);
        String key = "SELECT Customer_Set, coalesce(Customer_ID, ''), Database_ID, Database_Data_Type, Access_Method, ";
        List<String> expected = new ArrayList<>();
        read(
                key + "sum(Searches_Platform), sum(Searches_Regular) FROM ("
                        + searches.stream()
                                .map(from -> "SELECT * FROM " + from)
                                .collect(Collectors.joining(" UNION ALL "))
                        + ") GROUP BY ALL ORDER BY ALL",
                expected);
        List<String> found = new ArrayList<>();
        read(
                key + "Searches_Platform, Searches_Regular FROM " + file("searches") + " s JOIN " + file("customers")
                        + " c USING (Customers) ORDER BY ALL",
                found);
        assertThat(found).isNotEmpty().isEqualTo(expected);
        assertThat(sums("routes", "Title_ID", 1)).isEqualTo(sums("items", "coalesce(Title_ID, Item_ID)", 1));
        List<String> twice = new ArrayList<>();
        read(
                "SELECT Customers, Title_ID, Arrival, Route, Access_Method FROM " + file("routes")
                        + " GROUP BY ALL HAVING count(*) > 1",
                twice);
        assertThat(twice).isEmpty();
        List<String> order = new ArrayList<>();
        read("SELECT Customers, coalesce(Title_ID, ''), Item_ID FROM " + file("items"), order);
        assertThat(order).isSorted();
        assertThat(data.resolve("facts/2024-01/v1")).isDirectoryNotContaining("glob:**parts");
    }

    @Test
    void aMonthWithoutFactsIsWritten() throws Exception {
        write(new MonthFacts(MONTH, new Names(), new ItemFacts(0), new TitleFacts(0), new SearchFacts(0), 0, 0, 0), 1);
        assertThat(data.resolve("facts/2024-01/v1/routes.parquet")).doesNotExist();
        assertThat(rows("items", "Item_ID")).isEmpty();
    }

    @Test
    void differencesAreSaidByReportCustomerAndMetric() throws Exception {
        write(oneArticle(5, 2), 1);
        write(oneArticle(7, 2), 2);
        FactFiles files = new FactFiles(new DataFolder(data), new Disk());
        assertThat(files.difference(MONTH, 1, 1)).isEmpty();

        List<FactDifference> differences = files.difference(MONTH, 1, 2);
        MetricType metric = MetricType.TOTAL_ITEM_INVESTIGATIONS;
        List<FactDifference> expected = new ArrayList<>();
        for (String report : List.of("DR", "IR", "PR", "TR")) {
            for (String customer : List.of(Institution.THE_WORLD, "c1", "cons")) {
                expected.add(new FactDifference(Release.R5_1, report, metric, customer, 5, 7));
            }
        }
        assertThat(differences).containsExactlyElementsOf(expected);
        assertThat(differences.get(0).difference()).isEqualTo(2);
        assertThat(files.difference(MONTH, 2, 1)).allMatch(difference -> difference.difference() == -2);
    }

    @Test
    void whatAnEarlierProgramDidNotWriteIsNoDifference() throws Exception {
        write(oneArticle(5, 2), 1);
        write(oneArticle(5, 2), 2);
        Path items = data.resolve("facts/2024-01/v1/items.parquet");
        Path older = data.resolve("older.parquet");
        try (Duck duck = Duck.open(data)) {
            duck.copy(
                    "SELECT * EXCLUDE (Total_Item_Requests_HTML_R5, Total_Item_Requests_PDF_R5) FROM "
                            + Sql.parquet(List.of(items)),
                    older);
        }
        Files.move(older, items, StandardCopyOption.REPLACE_EXISTING);
        FactFiles files = new FactFiles(new DataFolder(data), new Disk());
        assertThat(files.differentRows(MONTH, 1, 2)).isZero();
        write(oneArticle(6, 2), 3);
        assertThat(files.differentRows(MONTH, 1, 3)).isEqualTo(2);
    }

    /** One row of an article that is in a database. */
    private static MonthFacts oneArticle(int investigations, int requests) {
        Names customers = new Names();
        int set = customers.number("c1|cons");
        ItemFacts items = new ItemFacts(1);
        int row = items.add(set, CATALOGUE.find("a1.1"), (byte) 0, (byte) 0, (byte) 0);
        items.count(row, ItemFacts.Count.TOTAL_ITEM_INVESTIGATIONS, investigations);
        items.count(row, ItemFacts.Count.TOTAL_ITEM_REQUESTS_R5, requests);
        return new MonthFacts(MONTH, customers, items, new TitleFacts(1), new SearchFacts(1), 1, 0, 0);
    }

    private void write(MonthFacts facts, int version) throws Exception {
        new FactFiles(new DataFolder(data), new Disk()).write(facts, CATALOGUE, version);
    }

    private static List<String> items(MonthFacts facts) {
        ItemFacts items = facts.items();
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < items.size; row++) {
            int item = items.item[row];
            boolean database = CATALOGUE.dataType(item).isDatabase();
            int parent = item == CATALOGUE.find("dfi") ? CATALOGUE.find("db0") : CATALOGUE.parent(item);
            StringBuilder text = new StringBuilder(set(facts, items.customers[row]));
            text.append('|')
                    .append(CATALOGUE.itemId(item))
                    .append('|')
                    .append(CATALOGUE.dataType(item).code());
            text.append('|').append(id(CATALOGUE.title(item))).append('|').append(type(CATALOGUE.title(item)));
            text.append('|').append(id(parent));
            int belongsTo = database ? item : CATALOGUE.database(item);
            text.append('|').append(id(belongsTo)).append('|').append(type(belongsTo));
            text.append('|').append(CATALOGUE.yop(item));
            codes(text, items.accessType[row], items.accessTypeR5[row], items.accessMethod[row]);
            for (ItemFacts.Count count : ItemFacts.Count.values()) {
                text.append('|').append(items.count(row, count));
            }
            for (int format = 0; format < ItemFacts.Format.SIZE; format++) {
                text.append('|').append(items.formats[row * ItemFacts.Format.SIZE + format]);
            }
            texts.add(text.toString());
        }
        texts.sort(null);
        return texts;
    }

    private static List<String> titles(MonthFacts facts) {
        TitleFacts titles = facts.titles();
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < titles.size; row++) {
            StringBuilder text = new StringBuilder(set(facts, titles.customers[row]));
            text.append('|').append(id(titles.title[row])).append('|').append(type(titles.title[row]));
            text.append('|').append(id(titles.database[row])).append('|').append(titles.yop[row]);
            codes(text, titles.accessType[row], titles.accessTypeR5[row], titles.accessMethod[row]);
            for (TitleFacts.Count count : TitleFacts.Count.values()) {
                text.append('|').append(titles.count(row, count));
            }
            texts.add(text.toString());
        }
        texts.sort(null);
        return texts;
    }

    private static void codes(StringBuilder text, byte accessType, byte accessTypeR5, byte accessMethod) {
        text.append('|').append(AccessType.values()[accessType].code());
        text.append('|').append(AccessType.values()[accessTypeR5].code());
        text.append('|').append(AccessMethod.values()[accessMethod].code());
    }

    private static String set(MonthFacts facts, int number) {
        String text = facts.customers().text(number);
        return text.isEmpty() ? NULL : text;
    }

    private static String id(int number) {
        return number == Catalogue.NONE ? NULL : CATALOGUE.itemId(number);
    }

    private static String type(int number) {
        return number == Catalogue.NONE ? NULL : CATALOGUE.dataType(number).code();
    }

    private List<String> rows(String name, String columns) throws Exception {
        return rows(name, columns, 1);
    }

    private List<String> rows(String name, String columns, int version) throws Exception {
        List<String> rows = new ArrayList<>();
        read(
                "SELECT c.Customer_Set, " + columns + " FROM " + file(name, version)
                        + " JOIN (SELECT DISTINCT Customers, Customer_Set FROM "
                        + file("customers", version)
                        + ") c USING (Customers)",
                rows);
        rows.sort(null);
        return rows;
    }

    private String file(String name) {
        return file(name, 1);
    }

    private String file(String name, int version) {
        return Sql.parquet(List.of(data.resolve("facts/2024-01/v" + version + "/" + name + ".parquet")));
    }

    /** Rows as texts, columns parted by a bar. */
    private void read(String sql, List<String> rows) throws Exception {
        try (Duck duck = Duck.open(data)) {
            String texts =
                    "SELECT list_transform(list_value(*COLUMNS(*)), lambda t: coalesce(nullif(t, ''), '-')).array_to_string('|')"
                            + " FROM (SELECT COLUMNS(*)::VARCHAR FROM (" + sql + "))";
            ColumnReader.read(duck, texts, (chunk, size) -> {
                for (int row = 0; row < size; row++) {
                    rows.add(chunk.vector(0).getString(row));
                }
            });
        }
    }
}
