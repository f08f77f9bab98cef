package fr.comptoir.server.space;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.view.Field;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.operation.view.RankedTable;
import fr.comptoir.operation.view.TableAsk;
import fr.comptoir.operation.view.TitleAsk;
import fr.comptoir.operation.view.TitleTable;
import fr.comptoir.operation.view.View;
import fr.comptoir.server.web.Viewer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rows of tables: what they say, where they lead, and what of them a narrow panel leaves out. */
class FigureTablesTest {
    private static final YearMonth LAST = YearMonth.of(2026, 3);
    private static final Column COUNT = new Column("Total_Item_Requests", Kind.COUNT);

    private static FigureTables tables(String page, boolean examines) {
        Links links = new Links(View.usual("uni", LAST), page, LAST, "", examines);
        return new FigureTables(CourseTest.texts(), links, new TreeSet<>(), Viewer.NOBODY);
    }

    private static String table(FigureTables tables, Panel panel) {
        return tables.panel(panel, null, null, Locale.ENGLISH);
    }

    private static Panel bars(Field field) {
        return new Panel(
                "publishers",
                Picture.BARS,
                Optional.of(field),
                List.of(new Column("Publisher", Kind.TEXT), COUNT, new Column("Before", Kind.BEFORE)),
                List.of(List.of("Salt & Sons", 1_200L, 3L), Arrays.asList("<b>", 300L, null)));
    }

    @Test
    void aRowNarrowsAndItsFigureOpensItsActions() {
        assertThat(table(tables("overview", true), bars(Field.PUBLISHER)))
                .contains("<th scope=\"row\" data-v=\"Salt &amp; Sons\">"
                        + "<a href=\"/space/uni/overview?publisher=Salt+%26+Sons\">Salt &amp; Sons</a></th>")
                .contains("href=\"/space/uni/explain?publisher=Salt+%26+Sons&amp;metric=Total_Item_Requests\"")
                .contains(">1,200</a>")
                .contains("<td class=\"number more\"><span>–</span></td>")
                .doesNotContain("<b>");
    }

    @Test
    void aBarIsAsLongAsItsPartOfTheLongest() {
        assertThat(table(tables("overview", true), bars(Field.PUBLISHER)))
                .contains("<rect class=\"full\" width=\"100\"", "<rect class=\"full\" width=\"25\"");
    }

    @Test
    void figuresOpenForThoseOnlyWhoMaySeeActions() {
        assertThat(table(tables("overview", false), bars(Field.PUBLISHER)))
                .doesNotContain("/explain")
                .contains("<span>1,200</span>");
    }

    @Test
    void aMonthLeadsToItsDaysAndThatOfATitleToItsActions() {
        Panel months = new Panel(
                "months",
                Picture.LINES,
                Optional.empty(),
                List.of(new Column("Month", Kind.MONTH), COUNT),
                List.of(List.of(LAST, 5L)));
        assertThat(table(tables("overview", true), months)).contains("href=\"/space/uni/days?month=2026-03\"");
        assertThat(tables("title", true).panel(months, "j 1", null, Locale.ENGLISH))
                .contains("href=\"/space/uni/explain?id=j+1&amp;month=2026-03\"");
        assertThat(tables("title", false).panel(months, "j 1", null, Locale.ENGLISH))
                .contains("href=\"/space/uni/days?title=j+1&amp;month=2026-03\"");
    }

    @Test
    void aFigureOfBeforeOpensTheMonthsBefore() {
        assertThat(table(tables("overview", true), bars(Field.PUBLISHER)))
                .contains("href=\"/space/uni/explain?from=2024-04&amp;to=2025-03&amp;publisher=Salt+%26+Sons"
                        + "&amp;metric=Total_Item_Requests\" title=\"The actions behind this figure\">3</a>");
        Panel months = new Panel(
                "months",
                Picture.LINES,
                Optional.empty(),
                List.of(new Column("Month", Kind.MONTH), COUNT, new Column("Before", Kind.BEFORE)),
                List.of(List.of(LAST, 5L, 4L)));
        assertThat(table(tables("overview", true), months))
                .contains(
                        "&amp;month=2025-03&amp;metric=Total_Item_Requests\" title=\"The actions behind this figure\">4</a>");
    }

    @Test
    void aTitlesFigureOfBeforeDoesSoToo() {
        Panel panel = new Panel(
                "titles",
                Picture.NONE,
                Optional.empty(),
                List.of(
                        new Column("Title", Kind.TEXT),
                        new Column("Title_ID", Kind.ID),
                        COUNT,
                        new Column("Before", Kind.BEFORE)),
                List.of(List.of("Salt", "j1", 5L, 4L)));
        TitleTable titles = new TitleTable(View.usual("uni", LAST), TitleAsk.usual(), panel, List.of(), 1);
        assertThat(tables("titles", true).titles(titles, Locale.ENGLISH))
                .contains("href=\"/space/uni/explain?title=j1&amp;metric=Total_Item_Requests\"")
                .contains("href=\"/space/uni/explain?from=2024-04&amp;to=2025-03&amp;title=j1"
                        + "&amp;metric=Total_Item_Requests\" title=\"The actions behind this figure\">4</a>");
        assertThat(tables("titles", false).titles(titles, Locale.ENGLISH)).doesNotContain("explain?");
    }

    @Test
    void aFigureOfAReleaseOpensWhatThatReleaseCounts() {
        Panel releases = new Panel(
                "releases",
                Picture.NONE,
                Optional.empty(),
                List.of(
                        new Column("Metric_Type", Kind.CODE),
                        new Column("R5", Kind.COUNT),
                        new Column("R5_1", Kind.COUNT)),
                List.of(List.of("Total_Item_Requests", 1L, 10L)));
        assertThat(tables("title", true).panel(releases, "j 1", null, Locale.ENGLISH))
                .contains("href=\"/space/uni/explain?release=5&amp;title=j+1&amp;metric=Total_Item_Requests\"")
                .contains("href=\"/space/uni/explain?title=j+1&amp;metric=Total_Item_Requests\"");
        assertThat(tables("title", false).panel(releases, "j 1", null, Locale.ENGLISH))
                .doesNotContain("explain?");
    }

    @Test
    void theDayThatIsLookedAtIsMarked() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        Panel days = new Panel(
                "days",
                Picture.COLUMNS,
                Optional.empty(),
                List.of(new Column("Day", Kind.DAY_OF_MONTH), COUNT),
                List.of(List.of(day, 1L), List.of(day.plusDays(1), 2L)));
        assertThat(tables("days", true).panel(days, null, day, Locale.ENGLISH))
                .containsOnlyOnce("aria-current=\"date\">Mon 2")
                .contains(">Tue 3");
    }

    @Test
    void theFirstOfAMonthIsTheFirstInFrench() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        assertThat(CourseTest.texts().day(first, Locale.FRENCH)).isEqualTo("dim. 1er\u00a0mars");
        assertThat(CourseTest.texts().longDay(first, Locale.FRENCH)).isEqualTo("dimanche 1er\u00a0mars\u00a02026");
        assertThat(CourseTest.texts().day(first.plusDays(10), Locale.FRENCH)).isEqualTo("mer. 11\u00a0mars");
        assertThat(CourseTest.texts().day(first, Locale.ENGLISH)).isEqualTo("Sun 1\u00a0Mar");
    }

    @Test
    void idsLinkAndAreNotShown() {
        Panel titles = new Panel(
                "titles",
                Picture.BARS,
                Optional.empty(),
                List.of(new Column("Title", Kind.TEXT), new Column("Title_ID", Kind.ID), COUNT),
                List.of(List.of("Salt", "j1", 1L)));
        assertThat(table(tables("overview", true), titles))
                .contains("<a href=\"/space/uni/title?id=j1\">Salt</a>")
                .doesNotContain("<td data-v=\"j1\"", "Title_ID");
    }

    @Test
    void theFiguresThatSortStayInSight() {
        FigureTables titles = tables("titles", true);
        assertThat(titles.standing(COUNT, "")).isEqualTo("number sorted");
        assertThat(titles.standing(COUNT, "Total_Item_Requests")).isEqualTo("number sorted");
        assertThat(titles.standing(COUNT, "Title")).isEqualTo("number");
        assertThat(titles.standing(new Column("Title", Kind.TEXT), "Title")).isEmpty();
    }

    @Test
    void theFiguresOfAPackageOpenItsActionsAndItsCountsOfTitlesDoNot() {
        View view = View.usual("uni", LAST);
        Panel packages = new Panel(
                "packages",
                Picture.NONE,
                Optional.empty(),
                List.of(new Column("Package", Kind.TEXT), COUNT, new Column("Titles_Used", Kind.COUNT)),
                List.of(List.of("Salt & Co", 7L, 3L)));
        RankedTable table = new RankedTable(view, TableAsk.usual(), packages, List.of(new TreeMap<>()), 1);
        assertThat(tables("packages", true).packages(table, Locale.ENGLISH))
                .contains("href=\"/space/uni/explain?package=Salt+%26+Co&amp;metric=Total_Item_Requests\"")
                .contains("<td class=\"number\">3</td>");
        assertThat(tables("packages", false).packages(table, Locale.ENGLISH))
                .doesNotContain("/explain")
                .contains("<td class=\"number sorted\">7</td>");
    }
}
