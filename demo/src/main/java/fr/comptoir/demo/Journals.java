package fr.comptoir.demo;

import static fr.comptoir.demo.Journals.Access.CONTROLLED;
import static fr.comptoir.demo.Journals.Access.FREEMIUM;
import static fr.comptoir.demo.Journals.Access.GOLD;
import static fr.comptoir.demo.Journals.Access.HYBRID;
import static fr.comptoir.demo.Journals.Access.MOVING_WALL;
import static fr.comptoir.demo.Journals.Access.UNREAD;

import fr.comptoir.demo.Work.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;

/** The platform's journals, and their articles over the decades. */
final class Journals {

    /** What a journal's readers may read. */
    enum Access {
        CONTROLLED,
        GOLD,
        /** Some articles are open at once, the others controlled. */
        HYBRID,
        /** Controlled for three years, then open. */
        MOVING_WALL,
        /** Read online by everybody, downloaded by subscribers. */
        FREEMIUM,
        /** Controlled, and nobody reads them. */
        UNREAD
    }

    private record Journal(String id, String name, String language, Publisher publisher, Access access, int since) {}

    /** Articles that are accepted and have no issue yet: YOP 9999. */
    private static final String IN_PRESS = "a-paraitre";

    private static final int WALL_YEARS = 3;

    private static final List<Journal> ALL = List.of(
            new Journal("terroirs", "Terroirs & Sociétés", "fr", Publisher.VALMONT, FREEMIUM, 1998),
            new Journal(
                    "archipels", "Archipels. Revue d’histoire maritime", "fr", Publisher.VALMONT, MOVING_WALL, 1984),
            new Journal("lisieres", "Lisières", "fr", Publisher.GRAND_LARGE, CONTROLLED, 2003),
            new Journal("memoires-ouvrieres", "Mémoires ouvrières", "fr", Publisher.GRAND_LARGE, MOVING_WALL, 1979),
            new Journal("traduire-encore", "Traduire encore", "fr", Publisher.GRAND_LARGE, GOLD, 2015),
            new Journal("cahiers-cadastre", "Cahiers du cadastre", "fr", Publisher.SHR, CONTROLLED, 1991),
            new Journal("campagnes", "Campagnes. Annales d’histoire rurale", "fr", Publisher.SHR, FREEMIUM, 1966),
            new Journal("ecole-rurale", "L’École rurale", "fr", Publisher.SHR, CONTROLLED, 1996),
            new Journal("droit-vivant", "Le Droit vivant", "fr", Publisher.VALMONT, CONTROLLED, 2001),
            new Journal("jcsd", "Journal of Coastal Sediment Dynamics", "en", Publisher.NORTH_QUAY, HYBRID, 1994),
            new Journal("groundwater-notes", "Groundwater Notes", "en", Publisher.NORTH_QUAY, CONTROLLED, 1987),
            new Journal("kelp", "Kelp & Shore", "en", Publisher.NORTH_QUAY, GOLD, 2012),
            new Journal("tidal-energy", "Tidal Energy Review", "en", Publisher.NORTH_QUAY, HYBRID, 2009),
            new Journal("sensors-field", "Sensors in the Field", "en", Publisher.OPEN_DATA, GOLD, 2018),
            new Journal("limnologie", "Annales de limnologie appliquée", "fr", Publisher.OPEN_DATA, CONTROLLED, 1972),
            new Journal("soil-letters", "Soil Letters", "en", Publisher.NORTH_QUAY, CONTROLLED, 2005),
            new Journal("nombres", "Nombres & Figures", "fr", Publisher.GRAND_LARGE, UNREAD, 2011),
            new Journal("topologie", "Lettres de topologie", "fr", Publisher.GRAND_LARGE, UNREAD, 2008),
            new Journal("arithmetic", "Arithmetic Shores", "en", Publisher.NORTH_QUAY, UNREAD, 2016));

    private final Catalogue catalogue;
    private final SplittableRandom random;
    private final Words words;
    private final YearMonth last;

    Journals(Catalogue catalogue, SplittableRandom random, YearMonth last) {
        this.catalogue = catalogue;
        this.random = random;
        this.words = new Words(random);
        this.last = last;
    }

    void add() {
        for (int i = 0; i < ALL.size(); i++) {
            add(ALL.get(i), i);
        }
    }

    private void add(Journal journal, int index) {
        boolean open = journal.access() == GOLD;
        catalogue.row(
                "item_id",
                journal.id(),
                "data_type",
                "Journal",
                "name",
                journal.name(),
                "publisher",
                journal.publisher().name,
                "publisher_id",
                journal.publisher().id,
                "print_issn",
                journal.since() < 2010 ? CheckDigits.issn(9_930_000 + 2 * index) : "",
                "online_issn",
                CheckDigits.issn(9_930_001 + 2 * index),
                "access_type",
                open ? "Open" : "Controlled",
                "oa_status",
                open ? "gold" : "",
                "packages",
                subscription(journal),
                "uri",
                "https://belvedere.example/revue/" + journal.id());
        for (int year = journal.since(); year <= last.getYear(); year++) {
            int count = 4 + random.nextInt(6);
            for (int number = 1; number <= count; number++) {
                article(journal, Integer.toString(year), number, publication(year, number, count));
            }
        }
        for (int number = 1; number <= 3; number++) {
            article(journal, IN_PRESS, number, last.minusMonths(1).atDay(1));
        }
    }

    private LocalDate publication(int year, int number, int count) {
        LocalDate day = LocalDate.of(year, 1, 10).plusDays(340L * (number - 1) / count);
        LocalDate end = last.minusMonths(1).atDay(1);
        return day.isAfter(end) ? end : day;
    }

    private void article(Journal journal, String year, int number, LocalDate published) {
        boolean inPress = year.equals(IN_PRESS);
        boolean gold = journal.access() == GOLD || (journal.access() == HYBRID && random.nextInt(4) == 0);
        LocalDate openFrom = openFrom(journal, published, gold);
        String id = journal.id() + "." + year + "." + number;
        catalogue.row(
                "item_id",
                id,
                "parent_id",
                journal.id(),
                "data_type",
                "Article",
                "name",
                words.title(journal.language()),
                "authors",
                words.authors(),
                "publication_date",
                published.toString(),
                "article_version",
                inPress ? "AM" : "VoR",
                "yop",
                inPress ? "9999" : year,
                "access_type",
                accessType(journal, openFrom, gold),
                "oa_status",
                oaStatus(journal, gold),
                "doi",
                "10.5555/" + id,
                "packages",
                subscription(journal),
                "database_id",
                journal.id().equals("limnologie") ? "archives" : "");
        if (journal.access() == UNREAD) {
            return;
        }
        Kind kind = journal.access() == FREEMIUM ? Kind.FREEMIUM_ARTICLE : Kind.ARTICLE;
        String path = "/revue/" + journal.id();
        catalogue.work(new Work(id, kind, path + "/" + year + "/" + number, path, subscription(journal), openFrom));
    }

    private static LocalDate openFrom(Journal journal, LocalDate published, boolean gold) {
        if (gold) {
            return LocalDate.MIN;
        }
        return journal.access() == MOVING_WALL ? published.plusYears(WALL_YEARS) : LocalDate.MAX;
    }

    /** Blank where it is the journal's. */
    private static String accessType(Journal journal, LocalDate openFrom, boolean gold) {
        if (journal.access() == MOVING_WALL) {
            return "Controlled;" + openFrom + ":Open";
        }
        return gold && journal.access() != GOLD ? "Open" : "";
    }

    private static String oaStatus(Journal journal, boolean gold) {
        return switch (journal.access()) {
            case GOLD -> "gold";
            case HYBRID -> gold ? "hybrid" : "";
            case MOVING_WALL -> "green";
            case CONTROLLED, FREEMIUM, UNREAD -> "";
        };
    }

    private static String subscription(Journal journal) {
        if (journal.access() == UNREAD) {
            return Work.MATHEMATICS;
        }
        return journal.access() == GOLD ? "" : "fr".equals(journal.language()) ? Work.HUMANITIES : Work.SCIENCES;
    }
}
