package fr.comptoir.demo;

import fr.comptoir.demo.Population.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** One reader's visit: finds something, looks at it, reads it, looks for the next. */
final class Reading {

    private static final String SITE = "https://belvedere.example";

    private static final List<String> FURNITURE = List.of(
            "/static/css/site.4f1c.css",
            "/static/css/impression.css",
            "/static/js/site.9a2e.js",
            "/static/js/citations.js",
            "/static/img/logo.svg",
            "/static/img/bandeau.webp",
            "/static/polices/source-serif.woff2",
            "/favicon.ico");

    private static final int ORIGINS = 6;

    private final Client client;
    private final Campus campus;
    private final LocalDate day;
    private final Library library;
    private final SplittableRandom random;
    private final Lines lines;
    private long now;
    private String referer;
    /** What the address of the first page brings along from where the visit begins; empty once it is used. */
    private String parameters;

    Reading(Reader reader, LocalDate day, long start, Library library, SplittableRandom random, Lines lines) {
        this.client = reader.client();
        this.campus = reader.campus();
        this.day = day;
        this.now = start;
        this.library = library;
        this.random = random;
        this.lines = lines;
        Origin origin =
                Origin.of(campus, day, new SplittableRandom(31 * start + random.nextInt(ORIGINS) + campus.weight()));
        this.referer = origin.referer();
        this.parameters = origin.parameters();
    }

    void run() {
        if (!Client.UNKNOWN.equals(client.login())) {
            line("POST /connexion", 302);
        }
        Work work = library.any(random);
        int works = 1 + random.nextInt(5) * random.nextInt(3) / 2;
        for (int i = 0; i < works; i++) {
            find(work);
            read(work);
            work = random.nextInt(3) == 0 ? library.any(random) : library.neighbour(work, random);
        }
    }

    private void find(Work work) {
        switch (random.nextInt(20)) {
            case 0, 1 -> page("/");
            case 2, 3, 4 -> search();
            case 5 -> page("/decouverte?q=" + Words.term(random));
            case 6, 7, 8 -> list(work);
            case 9 -> line("GET /doi/" + doi(work), 302);
            default -> {}
        }
        oddity();
    }

    private static String doi(Work work) {
        return work.id().startsWith("10.") ? work.id() : "10.5555/" + work.id();
    }

    private void list(Work work) {
        if (!work.group().isEmpty()) {
            page(work.group());
        }
    }

    private void search() {
        int times = random.nextInt(4) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            String terms = random.nextInt(40) == 0 ? "" : Words.term(random);
            page("/recherche?q=" + terms + bases(), random.nextInt(60) == 0 ? 429 : 200);
        }
    }

    private String bases() {
        return switch (random.nextInt(6)) {
            case 0 -> "&base=" + library.database(random);
            case 1 -> "&base=archives&base=bibliographie";
            default -> "";
        };
    }

    /** Now and then: a page that is gone, one that the catalogue does not know yet, a form that is sent. */
    private void oddity() {
        switch (random.nextInt(160)) {
            case 0 -> line("GET /revue/lisieres/1950/" + random.nextInt(1, 30), 404);
            case 1 -> page("/revue/kelp/" + day.getYear() + "/" + random.nextInt(90, 99));
            case 2 -> line("POST /panier", 303);
            case 3 -> line("GET /ancien/article.php?id=" + random.nextInt(9000), 301);
            default -> {}
        }
    }

    private void read(Work work) {
        switch (work.kind()) {
            case ARTICLE -> {
                look(work.page());
                text(work, "/texte");
            }
            case FREEMIUM_ARTICLE -> {
                look(work.page());
                click(work.page() + "/lire", 200, true);
                if (random.nextInt(3) == 0) {
                    download(work, "/pdf");
                }
            }
            case CHAPTER -> {
                look(work.page());
                text(work, "/texte");
            }
            case BOOK -> {
                look(work.page());
                download(work, random.nextInt(3) == 0 ? ".epub" : ".pdf");
            }
            case PAPER, DOCUMENT -> {
                look(work.page());
                download(work, "/pdf");
            }
            case DATASET -> {
                look(work.page());
                download(work, "/zip");
            }
            case ENTRY, IMAGE -> click(work.page(), allowed(work) ? 200 : 403, true);
        }
    }

    /** Half of the readers go on from the page to the text. */
    private void text(Work work, String html) {
        int choice = random.nextInt(8);
        if (choice < 3) {
            click(work.page() + html, allowed(work) ? 200 : 403, true);
        }
        if (choice == 2 || choice == 3 || choice == 4) {
            download(work, "/pdf");
        }
    }

    private void download(Work work, String suffix) {
        boolean seat = work.kind() != Work.Kind.BOOK || random.nextInt(20) > 0;
        int status = !allowed(work) ? 403 : seat ? 200 : 429;
        click(work.page() + suffix, status, false);
        if (status == 200 && random.nextInt(6) == 0) {
            line("GET " + work.page() + suffix, 206);
            line("GET " + work.page() + suffix, 206);
        }
    }

    private boolean allowed(Work work) {
        return work.isOpenTo(campus, day);
    }

    private void look(String path) {
        click(path, random.nextInt(14) == 0 ? 304 : 200, true);
    }

    /** Seven in a hundred click again before half a minute is over, two in a hundred a little later. */
    private void click(String path, int status, boolean hasFurniture) {
        int chance = random.nextInt(100);
        if (chance < 9) {
            line("GET " + path, status);
            now += chance < 7 ? random.nextInt(1, 31) : random.nextInt(31, 70);
        }
        if (hasFurniture) {
            page(path, status);
        } else {
            line("GET " + path, status);
            now += random.nextInt(10, 120);
        }
    }

    private void page(String path) {
        page(path, 200);
    }

    /** A page, what it needs to look well, and the time to read it. */
    private void page(String path, int status) {
        line("GET " + path, status);
        String before = referer;
        referer = SITE + path;
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            line("GET " + FURNITURE.get(random.nextInt(FURNITURE.size())), random.nextInt(3) == 0 ? 304 : 200);
        }
        referer = status == 200 ? referer : before;
        now += random.nextInt(4, 150);
    }

    private void line(String request, int status) {
        long bytes = status == 304 ? 0 : status >= 300 ? 420 : random.nextInt(900, 400_000);
        lines.add(now, client, target(request, status) + " HTTP/1.1", status, bytes, referer);
    }

    private String target(String request, int status) {
        if (parameters.isEmpty() || status >= 300 || !request.startsWith("GET /") || request.contains("/static/")) {
            return request;
        }
        String with = request + (request.contains("?") ? "&" : "?") + parameters;
        parameters = "";
        return with;
    }
}
