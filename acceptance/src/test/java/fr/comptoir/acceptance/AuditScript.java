package fr.comptoir.acceptance;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * One script of the Code's audit as a catalogue and a log: tests that each begin with a full hour, and so a session of their own, and
 * actions at least 31 seconds apart unless a double click is what is tried. One auditor, one account, one month.
 */
final class AuditScript {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss", Locale.ENGLISH);

    private final StringBuilder catalogue =
            new StringBuilder("item_id,parent_id,data_type,name,yop,access_type,database_id\n");
    private final List<String> lines = new ArrayList<>();
    private LocalDateTime now = LocalDateTime.of(2026, 1, 2, 0, 0);
    private int things;

    /** Adds a row without database and gives its id. */
    String item(String dataType, String parent, String accessType) {
        return item(dataType, parent, accessType, "");
    }

    String item(String dataType, String parent, String accessType, String database) {
        things++;
        String id = "i" + things;
        catalogue
                .append(String.join(",", id, parent, dataType, dataType + " " + things, "2020", accessType, database))
                .append('\n');
        return id;
    }

    List<String> items(int count, String dataType, String parent, String accessType) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item(dataType, parent, accessType));
        }
        return items;
    }

    /** The next test: a new session. */
    AuditScript test() {
        now = now.plusHours(1).withMinute(0).withSecond(0);
        return this;
    }

    AuditScript request(String item) {
        return hit("/article/" + item + "/pdf", 200);
    }

    AuditScript investigation(String item) {
        return hit("/article/" + item, 200);
    }

    AuditScript hit(String target, int status) {
        lines.add(TestSite.line("192.0.2.1", TIME.format(now), "GET " + target + " HTTP/1.1", status, TestSite.CHROME));
        return after(31);
    }

    /** The same twice, the second so many seconds after the first. */
    AuditScript twice(String target, int seconds) {
        hit(target, 200).after(seconds - 31);
        return hit(target, 200);
    }

    /** A book with segments of its own YOP and Access_Type; gives the book's id. */
    String book(int segments, String type) {
        String book = item("Book", "", type);
        items(segments, "Book_Segment", book, "");
        return book;
    }

    /** Pairs of requests of one item, each in a session of its own: 2 to 30 seconds apart, or from 31 seconds on. */
    void pairs(int count, boolean inside, Supplier<String> item) {
        for (int i = 0; i < count; i++) {
            String id = item.get();
            test().twice("/book/" + id + ".epub", inside ? 2 * i + 2 : 31 + 2 * i);
        }
    }

    private AuditScript after(int seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    /** Counts the log of the script on a site of its own. */
    TestSite count(Path folder) {
        return count(folder, AlphaJournals.PAGES);
    }

    /** As {@link #count(Path)}, with other page rules. */
    TestSite count(Path folder, String pages) {
        TestSite site = new TestSite(
                        folder, AlphaJournals.SITE + pages, catalogue.toString(), AlphaJournals.INSTITUTIONS)
                .imported();
        site.count(site.log(lines));
        return site;
    }

    /** The figures of a report for the auditor's account by Access_Type. */
    static SortedMap<String, Long> byAccessType(TestSite site, String report, String release, String dataType) {
        return site.figures(
                report,
                "u1",
                "2026-01",
                release,
                List.of("Access_Type"),
                "--attributes-to-show",
                "Access_Type",
                "--data-type",
                dataType);
    }
}
