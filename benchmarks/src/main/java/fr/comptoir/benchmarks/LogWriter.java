package fr.comptoir.benchmarks;

import fr.comptoir.benchmarks.Tally.Place;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Writes one line after another in Apache's combined format.
 *
 * <p>Of a thousand lines 400 are a robot's, and 470 are the style sheets, scripts and images of pages that readers have open; the rest
 * are pages that readers ask for, of which four in five become actions.
 */
final class LogWriter {

    private static final int ROBOTS_PER_THOUSAND = 400;
    private static final int FURNITURE_PER_THOUSAND = 470;
    private static final int OPEN_PAGES = 16;

    private static final byte[] NOBODY = Ascii.of(" - - ");
    private static final byte[] GET = Ascii.of(" \"GET ");
    private static final byte[] HEAD = Ascii.of(" \"HEAD ");
    private static final byte[] PROTOCOL = Ascii.of(" HTTP/1.1\" ");
    private static final byte[] QUOTED = Ascii.of("\" \"");
    private static final byte[] SITE = Ascii.of("https://www.bench-journals.example");
    private static final byte[] NONE = Ascii.of("-");
    private static final byte[] MEDIA = Ascii.of("/media/");
    private static final byte[] FIGURE = Ascii.of("/figure");
    private static final byte[] MEDIUM_PNG = Ascii.of("-medium.png");
    private static final byte[] UNKNOWN = Ascii.of("/article/not-yet-");
    private static final byte[][] ORIGINS = Ascii.of(
            "https://www.google.com/",
            "https://www.bench-journals.example/search?q=usage+statistics&sort=relevance&page=2",
            "https://scholar.google.com/scholar?hl=fr&as_sdt=0%2C5&q=usage+statistics+of+journals&btnG=",
            "https://www.bing.com/search?q=usage+statistics+of+journals&form=QBLH&sp=-1&lq=0",
            "https://doi.org/",
            "https://bibliotheque.example/discovery/search?vid=33BU_INST&lang=fr");
    private static final byte[][] FURNITURE = Ascii.of(
            "/assets/2026.1.4/css/main.3f2a91c7.css",
            "/assets/2026.1.4/css/print.88d01b3e.css",
            "/assets/2026.1.4/js/vendor.51c0ffee.js",
            "/assets/2026.1.4/js/app.0d15ea5e.js",
            "/assets/2026.1.4/js/citation-export.js?v=2026.1",
            "/assets/2026.1.4/fonts/source-serif-4-latin-400.woff2",
            "/assets/2026.1.4/fonts/source-sans-3-latin-600.woff2",
            "/assets/2026.1.4/img/logo.svg",
            "/assets/2026.1.4/img/icons/sprite.svg",
            "/favicon.ico");

    private final SplittableRandom random;
    private final byte[][] browsers = Agents.browsers();
    private final byte[][] robots = Agents.robots();
    private final Visit[] readers;
    private final Visit robot = new Visit();
    /** The readers whose pages are still loading their furniture. */
    private final Visit[] loading = new Visit[OPEN_PAGES];

    private final Tally tally = new Tally();
    private Visit latest;

    /** With so many readers at a time; see {@link LogGenerator} for how many are believable. */
    LogWriter(SplittableRandom random, int readersAtATime) {
        this.random = random;
        this.readers = new Visit[readersAtATime];
        for (int i = 0; i < readersAtATime; i++) {
            readers[i] = new Visit();
            readers[i].person(random, browsers);
        }
        latest = readers[0];
        Arrays.fill(loading, readers[0]);
    }

    Tally tally() {
        return tally;
    }

    void line(LineBuffer line, byte[] stamp) throws IOException {
        int kind = random.nextInt(1000);
        if (kind < ROBOTS_PER_THOUSAND) {
            robot.robot(random, robots);
            robot.page = PageKind.of(robot.item, random.nextInt(1 << 20));
            page(line, stamp, robot, true);
        } else if (kind < ROBOTS_PER_THOUSAND + FURNITURE_PER_THOUSAND) {
            furniture(line, stamp, loading[random.nextInt(OPEN_PAGES)]);
        } else {
            page(line, stamp, nextPage(), false);
        }
        line.endLine();
    }

    /** One in sixteen pages is the one before, asked for once more by an impatient reader. */
    private Visit nextPage() {
        if (random.nextInt(16) > 0) {
            latest = readers[random.nextInt(readers.length)];
            browse(latest);
        }
        return latest;
    }

    private void browse(Visit reader) {
        if (reader.pagesLeft-- == 0) {
            reader.person(random, browsers);
        } else if (random.nextInt(3) == 0) {
            reader.turn(random);
        }
        reader.page = PageKind.of(reader.item, random.nextInt(1 << 20));
        if (reader.page.hasFurniture()) {
            loading[random.nextInt(OPEN_PAGES)] = reader;
        }
    }

    private void furniture(LineBuffer line, byte[] stamp, Visit visit) {
        visit.writeAddress(line);
        line.add(NOBODY).add(stamp).add(GET);
        if (random.nextInt(10) < 3) {
            BenchmarkSite.item(line.add(MEDIA), visit.item)
                    .add(FIGURE)
                    .add(random.nextInt(1, 9))
                    .add(MEDIUM_PNG);
        } else {
            line.add(FURNITURE[random.nextInt(FURNITURE.length)]);
        }
        status(line.add(PROTOCOL), random.nextInt(3) == 0 ? 304 : 200).add('"').add(SITE);
        PageKind page = visit.page.hasFurniture() ? visit.page : PageKind.HOME;
        page.writePath(line, visit.item).add(QUOTED).add(visit.agent).add('"');
        tally.add(Place.NOT_CONTENT);
    }

    private void page(LineBuffer line, byte[] stamp, Visit visit, boolean isRobot) {
        int chance = random.nextInt(1 << 16);
        boolean unknown = visit.page == PageKind.ABSTRACT && chance % 64 == 1;
        int status = unknown ? 200 : status(chance, visit.page);
        boolean head = chance % 256 == 2;
        visit.writeAddress(line);
        line.add(NOBODY).add(stamp).add(head ? HEAD : GET);
        if (unknown) {
            line.add(UNKNOWN).add(visit.item);
        } else {
            visit.page.writePath(line, visit.item);
        }
        status(line.add(PROTOCOL), status).add('"');
        line.add(isRobot ? NONE : ORIGINS[random.nextInt(ORIGINS.length)])
                .add(QUOTED)
                .add(visit.agent)
                .add('"');
        if (chance == 3) {
            line.cut(visit.agent.length / 2 + 1);
        }
        tally.add(chance == 3 ? Place.MALFORMED : place(visit.page, status, head, isRobot, unknown));
    }

    private static Place place(PageKind page, int status, boolean head, boolean isRobot, boolean unknown) {
        if (head) {
            return Place.METHOD;
        }
        if (!page.isContent()) {
            return Place.NOT_CONTENT;
        }
        boolean answered = status == 200 || status == 304 || (status == 403 && page.isLicensed());
        if (!answered) {
            return Place.STATUS;
        }
        if (isRobot) {
            return Place.ROBOT;
        }
        return unknown ? Place.UNKNOWN_ITEM : Place.ACTIONS;
    }

    /** Mostly delivered; a twentieth not modified; now and then moved, missing, a piece of a file, or refused. */
    private static int status(int chance, PageKind page) {
        int percent = chance / 256 * 100 / 256;
        if (percent < 5) {
            return 304;
        }
        return switch (percent) {
            case 5, 6 -> page.isLicensed() ? 206 : 200;
            case 7 -> 302;
            case 8 -> 404;
            case 9 -> 403;
            default -> 200;
        };
    }

    private LineBuffer status(LineBuffer line, int status) {
        return line.add(status)
                .add(' ')
                .add(status == 304 ? 0 : random.nextInt(500, 200_000))
                .add(' ');
    }
}
