package fr.comptoir.benchmarks;

import java.util.SplittableRandom;

/** One reader or robot at work: an address, a user agent, the item at hand and the page shown last. */
final class Visit {

    private static final byte[][] NETWORKS = new byte[BenchmarkSite.NETWORKS][];

    private static final byte[][] IPV6_NETWORKS = new byte[BenchmarkSite.NETWORKS][];

    static {
        for (int i = 0; i < NETWORKS.length; i++) {
            NETWORKS[i] = Ascii.of(BenchmarkSite.network(i));
            IPV6_NETWORKS[i] = Ascii.of(BenchmarkSite.network6(i) + ":");
        }
    }

    private static final byte[][] ROBOT_NETWORKS = Ascii.of("192.0.2.", "198.51.100.", "203.0.113.");

    /** Behind a proxy, a campus shows one address. */
    private static final int PROXY_HOST = 1;

    private byte[] network = NETWORKS[0];
    private int host;
    /** The IPv6 network of this institution, or -1 for an IPv4 address. */
    private int sixth = -1;

    byte[] agent = NETWORKS[0];
    int item;
    PageKind page = PageKind.HOME;
    /** How many pages this visit still has. */
    int pagesLeft;

    /** A reader: three in four within an institution, few institutions having most of the readers. */
    void person(SplittableRandom random, byte[][] browsers) {
        int at = random.nextInt(4) > 0
                ? skewed(random, BenchmarkSite.CAMPUSES)
                : random.nextInt(BenchmarkSite.CAMPUSES, BenchmarkSite.NETWORKS);
        network = NETWORKS[at];
        host = random.nextInt(10) < 3 ? PROXY_HOST : random.nextInt(2, 255);
        boolean hasIpv6 = at < BenchmarkSite.CAMPUSES && at % BenchmarkSite.IPV6_EVERY == 0;
        sixth = hasIpv6 && random.nextInt(2) == 0 ? at : -1;
        agent = browsers[skewed(random, browsers.length)];
        pagesLeft = 1 + random.nextInt(12);
        item = anyItem(random);
    }

    void robot(SplittableRandom random, byte[][] robots) {
        network = ROBOT_NETWORKS[random.nextInt(ROBOT_NETWORKS.length)];
        host = random.nextInt(1, 255);
        agent = robots[skewed(random, robots.length)];
        item = random.nextInt(BenchmarkSite.ITEMS);
    }

    /** Another item: mostly of the same title, as a table of contents invites to. */
    void turn(SplittableRandom random) {
        item = random.nextInt(3) == 0 ? anyItem(random) : neighbour(random);
    }

    private int neighbour(SplittableRandom random) {
        return BenchmarkSite.isSegment(item)
                ? BenchmarkSite.ARTICLES + BenchmarkSite.title(item) + BenchmarkSite.BOOKS * random.nextInt(20)
                : BenchmarkSite.title(item) + BenchmarkSite.JOURNALS * random.nextInt(65);
    }

    /** The popular ones are spread over all titles by a step that shares no factor with the number of items. */
    private static int anyItem(SplittableRandom random) {
        return (int) (skewed(random, BenchmarkSite.ITEMS) * 7919L % BenchmarkSite.ITEMS);
    }

    /** A number below the bound, the small ones far more often. */
    static int skewed(SplittableRandom random, int bound) {
        double x = random.nextDouble();
        return (int) (bound * x * x);
    }

    void writeAddress(LineBuffer line) {
        if (sixth < 0) {
            line.add(network).add(host);
        } else {
            line.add(IPV6_NETWORKS[sixth]).add(host);
        }
    }
}
