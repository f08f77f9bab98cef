package fr.comptoir.demo;

import java.util.SplittableRandom;

/** What is not a reader at a browser: crawlers, scripts, miners, federated search engines, and noise. */
final class Machines {

    private final Population population;
    private final Library library;
    private final SplittableRandom random;
    private final Lines lines;

    Machines(Population population, Library library, SplittableRandom random, Lines lines) {
        this.population = population;
        this.library = library;
        this.random = random;
        this.lines = lines;
    }

    /** A crawler goes from work to work, minding robots.txt, some seconds apart. */
    void crawl(long start) {
        Client robot = population.robot();
        long now = start;
        get(now, robot, "/robots.txt", 200);
        int works = random.nextInt(5, 90);
        for (int i = 0; i < works; i++) {
            now += random.nextInt(2, 25);
            Work work = library.any(random);
            int chance = random.nextInt(20);
            get(
                    now,
                    robot,
                    work.page() + (chance < 4 && work.kind() == Work.Kind.ARTICLE ? "/pdf" : ""),
                    chance == 0 ? 404 : chance == 1 ? 304 : 200);
            if (chance == 2) {
                get(now, robot, "/static/css/site.4f1c.css", 200);
            }
        }
    }

    /** Somebody's script takes a few things, and looks whether links are still good. */
    void script(long start) {
        Client script = population.script();
        long now = start;
        int works = random.nextInt(1, 9);
        for (int i = 0; i < works; i++) {
            String method = random.nextInt(5) == 0 ? "HEAD " : "GET ";
            lines.add(
                    now,
                    script,
                    method + library.any(random).page() + " HTTP/1.1",
                    200,
                    random.nextInt(900, 90_000),
                    "-");
            now += random.nextInt(1, 5);
        }
    }

    /** Asks whether the site is alive. */
    void probe(long now) {
        get(now, Client.of("198.18.200.9", Agents.PROBE), "/", 200);
    }

    void mine(long start) {
        long now = start;
        for (int i = 0; i < 60; i++) {
            Work work = library.any(random);
            if (work.kind() == Work.Kind.ARTICLE) {
                get(now, population.miner(), "/api/texte/" + work.id(), 200);
            }
            now += random.nextInt(1, 12);
        }
        extract(now);
    }

    /** Takes the texts of a question at once; one in four does not say how many. Uses no chance, so that all else stays as it is. */
    private void extract(long now) {
        long size = 50 + now / 60 % 40 * 25;
        String target = "/api/corpus?q=littoral" + (now % 4 == 0 ? "" : "&size=" + size);
        lines.add(now, population.miner(), "GET " + target + " HTTP/1.1", 200, size * 41_000, "-");
    }

    void searchFromOutside(long start) {
        get(
                start,
                population.federatedEngine(),
                "/sru?query=" + Words.term(random) + "&base=" + library.database(random),
                200);
    }

    /** A line cut short, a line that is empty, or bytes of another protocol. */
    void noise(long start) {
        switch (random.nextInt(3)) {
            case 0 -> lines.addBroken(start, "198.18.7.12 - - [");
            case 1 -> lines.addBroken(start, "");
            default -> lines.add(start, population.script(), "\\x16\\x03\\x01\\x02", 400, 226, "-");
        }
    }

    private void get(long second, Client client, String path, int status) {
        lines.add(
                second,
                client,
                "GET " + path + " HTTP/1.1",
                status,
                status == 304 ? 0 : random.nextInt(900, 90_000),
                "-");
    }
}
