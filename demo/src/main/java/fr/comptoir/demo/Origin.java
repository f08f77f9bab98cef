package fr.comptoir.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * From where a visit begins.
 *
 * @param referer what the first page's line says of it
 * @param parameters that the first page's address brings along; empty for none
 */
record Origin(String referer, String parameters) {
    private static final Origin DIRECT = new Origin("-", "");
    private static final Set<String> MEDICAL = Set.of("saint-aubin", "saint-aubin-chu");

    /** Of a reader of a campus on that day; the browser extension wins readers month by month. */
    static Origin of(Campus campus, LocalDate day, SplittableRandom random) {
        List<Origin> origins = new ArrayList<>();
        add(origins, 5, DIRECT);
        add(origins, 4, "https://scholar.google.com/", "");
        add(origins, 3, "https://www.google.com/", "");
        add(origins, 1, "https://www.bing.com/", "");
        add(origins, 1, "https://doi.org/", "");
        if (!campus.customer().isEmpty()) {
            add(origins, 6, "https://portail." + campus.customer() + ".example/bases-de-donnees", "");
            add(origins, 2 + day.getMonthValue() / 2, "https://scholar.google.com/", "sid=clickandread");
            add(origins, 2, "https://resolveur." + campus.customer() + ".example/sfx", "sid=google");
        }
        if (campus.membership().startsWith("garance")) {
            add(origins, 5, "https://decouverte.garance.example/notice", "sid=garance,decouverte");
        }
        if (MEDICAL.contains(campus.customer())) {
            add(origins, 14, "https://pubmed.ncbi.nlm.nih.gov/38000000/", "");
        }
        return origins.get(random.nextInt(origins.size()));
    }

    private static void add(List<Origin> origins, int weight, String referer, String parameters) {
        add(origins, weight, new Origin(referer, parameters));
    }

    private static void add(List<Origin> origins, int weight, Origin origin) {
        for (int i = 0; i < weight; i++) {
            origins.add(origin);
        }
    }
}
