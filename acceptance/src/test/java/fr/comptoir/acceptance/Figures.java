package fr.comptoir.acceptance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a site reports, for comparing two sites or two moments. */
final class Figures {
    static final List<String> REPORTS = List.of("PR", "DR", "TR", "IR");
    static final List<String> RELEASES = List.of("5.1", "5");

    private final TestSite site;
    private final String begin;
    private final String end;
    private final Map<String, List<Map<String, String>>> rows = new TreeMap<>();

    private Figures(TestSite site, String begin, String end) {
        this.site = site;
        this.begin = begin;
        this.end = end;
    }

    /** The rows of the four reports in both releases with all attributes, in their order, by report, release and customer. */
    static Map<String, List<Map<String, String>>> of(TestSite site, String begin, String end, String... customers) {
        return new Figures(site, begin, end).all(customers).rows;
    }

    /** Part of {@link #of}: of the world everything, of customers the item report of Release 5.1 and the title report of Release 5. */
    static Map<String, List<Map<String, String>>> briefly(
            TestSite site, String begin, String end, String... customers) {
        Figures figures = new Figures(site, begin, end).all(TestSite.WORLD);
        for (String customer : customers) {
            figures.add("IR", "5.1", customer);
            figures.add("TR", "5", customer);
        }
        return figures.rows;
    }

    private Figures all(String... customers) {
        for (String report : REPORTS) {
            for (String release : RELEASES) {
                for (String customer : customers) {
                    add(report, release, customer);
                }
            }
        }
        return this;
    }

    private void add(String report, String release, String customer) {
        String attributes = attributes(report, release);
        Table table = site.reportOver(report, customer, begin, end, release, "--attributes-to-show", attributes);
        rows.put(report + " " + release + " " + customer, table.rows());
    }

    /** Every attribute that breaks figures down. */
    static String attributes(String report, String release) {
        String type = release.equals("5") ? "Data_Type|" : "";
        return switch (report) {
            case "TR" -> type + (release.equals("5") ? "Section_Type|" : "") + "YOP|Access_Type|Access_Method";
            case "IR" -> type + "YOP|Access_Type|Access_Method";
            default -> type + "Access_Method";
        };
    }
}
