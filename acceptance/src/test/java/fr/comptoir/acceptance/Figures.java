package fr.comptoir.acceptance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a site reports, for comparing two sites or two moments. */
final class Figures {
    static final List<String> REPORTS = List.of("PR", "DR", "TR", "IR");
    static final List<String> RELEASES = List.of("5.1", "5");

    private Figures() {}

    /** The rows of the four reports in both releases with all attributes, in their order, by report, release and customer. */
    static Map<String, List<Map<String, String>>> of(TestSite site, String begin, String end, String... customers) {
        Map<String, List<Map<String, String>>> figures = new TreeMap<>();
        for (String report : REPORTS) {
            for (String release : RELEASES) {
                for (String customer : customers) {
                    Table table = site.reportOver(
                            report, customer, begin, end, release, "--attributes-to-show", attributes(report, release));
                    figures.put(report + " " + release + " " + customer, table.rows());
                }
            }
        }
        return figures;
    }

    /** As {@link #of}: of the world everything, of customers the item report of Release 5.1 and the title report of Release 5. */
    static Map<String, List<Map<String, String>>> briefly(
            TestSite site, String begin, String end, String... customers) {
        Map<String, List<Map<String, String>>> figures = of(site, begin, end, TestSite.WORLD);
        for (String customer : customers) {
            figures.put(
                    "IR 5.1 " + customer,
                    site.reportOver("IR", customer, begin, end, "5.1").rows());
            figures.put(
                    "TR 5 " + customer,
                    site.reportOver("TR", customer, begin, end, "5").rows());
        }
        return figures;
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
