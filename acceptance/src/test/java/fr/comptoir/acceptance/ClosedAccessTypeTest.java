package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Access_Type is the item's on that day, and stays what it was when the month was closed (CoP 5.1.0.1, section 3.3.5). */
class ClosedAccessTypeTest {
    @TempDir
    Path folder;

    @Test
    void aRestatementKeepsTheTypeOfTheClosing() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(TestSite.get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf")));
        site.run("close", "2026-01").succeeded();
        changeToOpen(site);
        site.count(site.log(TestSite.get("192.0.2.1", "06/Jan/2026:10:00:00", "/article/a1/pdf")));
        site.run("recount", "2026-01", "--apply", "--reason", "a late line").succeeded();
        assertThat(types(site)).isEqualTo(Map.of("Controlled|Total_Item_Requests", 2L));
        site.count(site.log(TestSite.get("192.0.2.1", "07/Jan/2026:10:00:00", "/article/a1/pdf")));
        site.run("recount", "2026-01", "--apply", "--reason", "another").succeeded();
        assertThat(types(site)).isEqualTo(Map.of("Controlled|Total_Item_Requests", 3L));
    }

    @Test
    void aShiftThatChangesNoSumIsToldByTheRecount() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(TestSite.get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf")));
        site.run("close", "2026-01").succeeded();
        Path moved = site.write(
                "moved.csv",
                "item_id,parent_id,data_type,name,yop,access_type\na1,j1,Article,On small numbers,1999,Controlled\n");
        site.run("import", "catalogue", moved.toString()).succeeded();
        String out = site.run("recount", "2026-01").succeeded().out();
        assertThat(out).contains("rows of facts differ").doesNotContain("nothing changes");
        assertThat(site.run("recount", "2026-01", "--json")
                        .succeeded()
                        .json()
                        .get("months")
                        .get(0)
                        .get("changes")
                        .asBoolean())
                .isTrue();
    }

    private static void changeToOpen(TestSite site) {
        Path open = site.write(
                "open.csv",
                "item_id,parent_id,data_type,name,yop,access_type\na1,j1,Article,On small numbers,2024,Open\n");
        site.run("import", "catalogue", open.toString()).succeeded();
    }

    private static Map<String, Long> types(TestSite site) {
        return site.figures(
                "TR",
                WORLD,
                "2026-01",
                "5.1",
                List.of("Access_Type"),
                "--attributes-to-show",
                "Access_Type",
                "--metric-type",
                "Total_Item_Requests");
    }
}
