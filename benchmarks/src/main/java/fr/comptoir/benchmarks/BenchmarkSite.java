package fr.comptoir.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The platform whose log is generated: 4,400 journals with 288,000 articles, 600 books with 12,000 segments, 400 institutions and
 * two consortia.
 *
 * <p>All of it follows from the numbers of title, item and institution, so that the log and the catalogue agree without either being
 * read. An item's number runs from 0 to {@link #ITEMS} - 1; the articles come first.
 */
final class BenchmarkSite {

    static final int JOURNALS = 4_400;
    static final int BOOKS = 600;
    static final int ARTICLES = 288_000;
    static final int SEGMENTS = 12_000;
    static final int ITEMS = ARTICLES + SEGMENTS;
    static final int INSTITUTIONS = 400;

    /** Institutions with a network of their own; each of the others has sixteen addresses inside one of these networks. */
    static final int CAMPUSES = 380;

    /** Networks of 256 addresses in 198.18.0.0/15, the block set aside for benchmarks; those beyond the campuses are nobody's. */
    static final int NETWORKS = 512;

    /** Every so many campuses, one also has an IPv6 network. */
    static final int IPV6_EVERY = 8;

    static final String CONFIGURATION = """
            platform:
              id: bench
              name: Bench
              time_zone: UTC
            provider:
              name: Bench Press
            log:
              format: combined
            pages:
              - path: /article/{item}
                action: investigation
              - path: /article/{item}/fulltext
                action: request
                format: HTML
                on_status: {403: no_license}
              - path: /article/{item}/pdf
                action: request
                format: PDF
                on_status: {403: no_license}
              - path: /chapter/{item}
                action: investigation
              - path: /chapter/{item}/pdf
                action: request
                format: PDF
                on_status: {403: no_license}
              - path: /book/{item}.pdf
                action: request
                format: PDF
              - path: /book/{item}
                action: investigation
              - path: /tdm/{item}.xml
                action: request
                format: XML
                access_method: TDM
              - path: /search
                query: {q: "*"}
                action: search
                search: regular
            """;

    private BenchmarkSite() {}

    static boolean isSegment(int item) {
        return item >= ARTICLES;
    }

    /** The number of the item's journal or book, from 0, each counted by itself. */
    static int title(int item) {
        return isSegment(item) ? (item - ARTICLES) % BOOKS : item % JOURNALS;
    }

    /** The item's place within its title, from 0. */
    static int place(int item) {
        return isSegment(item) ? (item - ARTICLES) / BOOKS : item / JOURNALS;
    }

    /** {@code j0042-007} for an article, {@code b042-07} for a segment. */
    static LineBuffer item(LineBuffer line, int item) {
        title(line, item).add('-');
        return line.add(place(item), isSegment(item) ? 2 : 3);
    }

    /** {@code j0042} for the article's journal, {@code b042} for the segment's book. */
    static LineBuffer title(LineBuffer line, int item) {
        return isSegment(item)
                ? line.add('b').add(title(item), 3)
                : line.add('j').add(title(item), 4);
    }

    /** Writes comptoir.yml, catalogue.csv and institutions.csv, each whole or not at all. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        whole(folder.resolve("comptoir.yml"), out -> out.append(CONFIGURATION));
        whole(folder.resolve("catalogue.csv"), BenchmarkSite::catalogue);
        whole(folder.resolve("institutions.csv"), BenchmarkSite::institutions);
    }

    private interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private static void whole(Path file, Content content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(part, UTF_8)) {
            content.writeTo(out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void catalogue(Writer out) throws IOException {
        out.append("item_id,parent_id,data_type,name,publisher,yop,access_type,oa_status,doi,online_issn,isbn\n");
        for (int journal = 0; journal < JOURNALS; journal++) {
            String id = "j" + digits(journal, 4);
            out.append(id + ",,Journal,Journal of Benchmark Studies " + journal + ",Bench Press " + journal % 20 + ",,"
                    + (journal % 3 == 0 ? "Open,gold" : "Controlled,") + ",," + issn(9_000_000 + journal) + ",\n");
        }
        for (int book = 0; book < BOOKS; book++) {
            String id = "b" + digits(book, 3);
            out.append(id + ",,Book,Handbook of Benchmarking " + book + ",Bench Press " + book % 20 + ","
                    + (2000 + book % 26) + "," + (book % 5 == 0 ? "Open,gold" : "Controlled,") + ",,," + isbn(book)
                    + "\n");
        }
        for (int item = 0; item < ITEMS; item++) {
            item(out, item);
        }
    }

    private static void item(Writer out, int item) throws IOException {
        int place = place(item);
        String title = isSegment(item) ? "b" + digits(title(item), 3) : "j" + digits(title(item), 4);
        String id = title + "-" + digits(place, isSegment(item) ? 2 : 3);
        out.append(id + "," + title + "," + (isSegment(item) ? "Book_Segment,Chapter " : "Article,On the measure of ")
                + id + ",," + (isSegment(item) ? "" : 2025 - place / 2) + "," + (item % 17 == 0 ? "Open,hybrid" : ",")
                + ",10.5555/" + id + ",,\n");
    }

    private static void institutions(Writer out) throws IOException {
        out.append("customer_id,name,ip_ranges,member_of\n");
        out.append("consortium-a,Consortium A,,\nconsortium-b,Consortium B,,\n");
        for (int i = 0; i < INSTITUTIONS; i++) {
            out.append("inst" + digits(i, 3) + ",Institution " + i + "," + ranges(i) + ","
                    + (i % 4 == 0 ? "consortium-a" : i % 4 == 1 ? "consortium-b@2020-01-01.." : "") + "\n");
        }
    }

    private static String ranges(int institution) {
        if (institution >= CAMPUSES) {
            return network(institution - CAMPUSES) + "16/28";
        }
        String network = network(institution);
        String range = institution % 10 == 3 ? network + "0-" + network + "255" : network + "0/24";
        return institution % IPV6_EVERY == 0 ? range + "; " + network6(institution) + ":/48" : range;
    }

    /** {@code 198.18.7.}: what the addresses of a network begin with. */
    static String network(int network) {
        return "198." + (18 + network / 256) + "." + network % 256 + ".";
    }

    /** {@code 2001:db8:1f0:}, the same for the IPv6 network of an institution that has one. */
    static String network6(int institution) {
        return "2001:db8:" + Integer.toHexString(0x100 + institution) + ":";
    }

    private static String digits(int number, int count) {
        String text = Integer.toString(number);
        return "0".repeat(count - text.length()) + text;
    }

    private static String issn(int seven) {
        String text = digits(seven, 7);
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += (text.charAt(i) - '0') * (8 - i);
        }
        int check = (11 - sum % 11) % 11;
        return text.substring(0, 4) + "-" + text.substring(4) + (check == 10 ? "X" : Integer.toString(check));
    }

    private static String isbn(int book) {
        String text = "9781" + digits(9_990_000 + book / 10, 7) + book % 10;
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (text.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return "978-1-" + text.substring(4, 11) + "-" + text.charAt(11) + "-" + (10 - sum % 10) % 10;
    }
}
