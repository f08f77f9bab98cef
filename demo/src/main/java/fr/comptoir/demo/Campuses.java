package fr.comptoir.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** Twelve institutions and a consortium, all fictional, in the address blocks set aside for documentation. */
final class Campuses {

    private static final Set<String> ALL = Set.of(Work.HUMANITIES, Work.SCIENCES, Work.BOOKS, Work.REFERENCE);

    private static final String[] COLUMNS = {
        "customer_id", "name", "requestor_id", "isni", "isil", "ror", "oclc", "ip_ranges", "organisations", "member_of"
    };

    private final List<Campus> institutions;

    /** Some ranges and memberships change within the logs: at the middle of the first month, and at the ends of months. */
    Campuses(YearMonth first) {
        LocalDate middle = first.atDay(15);
        this.institutions = List.of(
                new Campus(
                        "valmont",
                        "Université de Valmont",
                        24,
                        List.of(Network.always("192.0.2.", 0, 127), Network.always("2001:db8:1::", 1, 4000)),
                        "univ-valmont",
                        Set.of(Work.HUMANITIES, Work.SCIENCES, Work.BOOKS),
                        "garance"),
                new Campus("kermor", "Laboratoire d’océanographie de Kermor", 5, of("192.0.2.", 32, 47), "", ALL, ""),
                new Campus(
                        "littoral-nord",
                        "Université Littoral-Nord",
                        16,
                        of("192.0.2.", 128, 191),
                        "univ-littoral-nord",
                        Set.of(Work.HUMANITIES, Work.BOOKS),
                        "garance"),
                new Campus(
                        "belvedere-paris",
                        "Université Paris-Belvédère",
                        30,
                        List.of(Network.always("198.51.100.", 0, 127), Network.always("2001:db8:2::", 1, 4000)),
                        "univ-paris-belvedere",
                        ALL,
                        ""),
                new Campus(
                        "montclair",
                        "École supérieure des mines de Montclair",
                        7,
                        of("198.51.100.", 128, 191),
                        "",
                        Set.of(Work.SCIENCES, Work.REFERENCE),
                        "garance@2020-01-01.."),
                new Campus(
                        "beauval",
                        "Institut des sciences appliquées de Beauval",
                        8,
                        of("198.51.100.", 196, 221),
                        "",
                        Set.of(Work.SCIENCES),
                        "garance@" + first.plusMonths(1).atDay(1) + ".."),
                new Campus(
                        "rochefontaine",
                        "Institut d’études politiques de Rochefontaine",
                        6,
                        of("203.0.113.", 0, 31),
                        "",
                        Set.of(Work.HUMANITIES),
                        "garance@.." + first.atEndOfMonth()),
                new Campus(
                        "saint-aubin-chu",
                        "Centre hospitalier de Saint-Aubin",
                        6,
                        of("203.0.113.", 64, 127),
                        "",
                        Set.of(Work.SCIENCES),
                        "garance"),
                new Campus(
                        "saint-aubin",
                        "Faculté de médecine de Saint-Aubin",
                        6,
                        of("203.0.113.", 64, 127),
                        "",
                        Set.of(Work.SCIENCES),
                        "garance"),
                new Campus(
                        "haute-rive",
                        "École normale de Haute-Rive",
                        7,
                        List.of(
                                new Network("203.0.113.", 32, 63, LocalDate.MIN, middle),
                                new Network("203.0.113.", 128, 159, middle.plusDays(1), LocalDate.MAX)),
                        "",
                        ALL,
                        ""),
                new Campus(
                        "grandchamp",
                        "Bibliothèque municipale de Grandchamp",
                        4,
                        List.of(),
                        "bm-grandchamp",
                        Set.of(Work.HUMANITIES, Work.REFERENCE),
                        ""),
                new Campus(
                        "north-quay",
                        "North Quay University",
                        5,
                        List.of(Network.always("203.0.113.", 160, 199), Network.always("2001:db8:44::", 1, 900)),
                        "",
                        Set.of(Work.SCIENCES, Work.BOOKS),
                        ""));
    }

    private static List<Network> of(String prefix, int first, int last) {
        return List.of(Network.always(prefix, first, last));
    }

    List<Campus> institutions() {
        return institutions;
    }

    /** Everybody else: their addresses belong to no institution. */
    static Campus world() {
        return new Campus(
                "",
                "",
                46,
                List.of(
                        Network.always("198.18.7.", 1, 254),
                        Network.always("198.18.81.", 1, 254),
                        Network.always("198.19.40.", 1, 254),
                        Network.always("198.19.203.", 1, 254),
                        Network.always("2001:db8:f00d::", 1, 9000)),
                "",
                Set.of(),
                "");
    }

    void write(Path file) throws IOException {
        Table table = new Table(COLUMNS);
        table.add(
                "customer_id",
                "garance",
                "name",
                "Consortium Garance",
                "requestor_id",
                "garance-api",
                "ror",
                CheckDigits.ror("garanc"));
        for (int i = 0; i < institutions.size(); i++) {
            Campus campus = institutions.get(i);
            table.add(
                    "customer_id",
                    campus.customer(),
                    "name",
                    campus.name(),
                    "requestor_id",
                    campus.customer() + "-api",
                    "isni",
                    i % 2 == 0 ? CheckDigits.isni(980_000_000L + i) : "",
                    "isil",
                    i % 3 == 0 ? "FR-99999" + (1000 + i) : "",
                    "ror",
                    CheckDigits.ror("9dem" + (char) ('a' + i % 8) + i % 10),
                    "ip_ranges",
                    String.join(
                            "; ",
                            campus.networks().stream().map(Network::written).toList()),
                    "organisations",
                    campus.organisation(),
                    "member_of",
                    campus.membership());
        }
        table.write(file);
    }
}
