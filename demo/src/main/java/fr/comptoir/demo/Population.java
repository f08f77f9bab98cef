package fr.comptoir.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The readers: where they are, and what their browsers say of them. */
final class Population {

    /** A reader and where the reader is at home. */
    record Reader(Client client, Campus campus) {}

    private static final int READERS_PER_WEIGHT = 35;

    private final List<Campus> byWeight = new ArrayList<>();
    private final Campus world = Campuses.world();
    private final SplittableRandom random;

    Population(Campuses campuses, SplittableRandom random) {
        this.random = random;
        campuses.institutions().forEach(this::settle);
        settle(world);
    }

    private void settle(Campus campus) {
        for (int i = 0; i < campus.weight(); i++) {
            byWeight.add(campus);
        }
    }

    /** Somebody who comes on that day, with a new session. */
    Reader reader(LocalDate day) {
        Campus campus = byWeight.get(random.nextInt(byWeight.size()));
        int number = random.nextInt(campus.weight() * READERS_PER_WEIGHT);
        SplittableRandom habits = new SplittableRandom(campus.customer().hashCode() * 31L + number);
        String agent = Agents.browser(habits);
        boolean hasAccount = habits.nextInt(12) == 0;
        boolean acceptsCookies = habits.nextInt(10) < 7;
        boolean signsIn = campus.hasOrganisation() && (campus.networks().isEmpty() || random.nextInt(5) == 0);
        Client client = new Client(
                signsIn ? address(world, day, habits) : address(campus, day, habits),
                hasAccount ? login(campus, number) : Client.UNKNOWN,
                agent,
                acceptsCookies ? Long.toHexString(random.nextLong()) : Client.UNKNOWN,
                signsIn ? campus.organisation() : Client.UNKNOWN);
        return new Reader(client, campus);
    }

    private static String login(Campus campus, int number) {
        return String.format(
                Locale.ROOT, "%s%04d", campus.customer().isEmpty() ? "lecteur" : campus.customer(), number);
    }

    private static String address(Campus campus, LocalDate day, SplittableRandom habits) {
        List<Network> networks = campus.networksOn(day);
        return networks.get(habits.nextInt(networks.size())).address(habits);
    }

    /** A program at an institution that mines texts. */
    Client miner() {
        return Client.of("192.0.2.99", Agents.MINER);
    }

    /** A search engine that asks on behalf of an institution's readers. */
    Client federatedEngine() {
        return Client.of("198.51.100.77", Agents.FEDERATED);
    }

    Client robot() {
        return Client.of("198.18." + (200 + random.nextInt(4)) + "." + random.nextInt(1, 255), Agents.robot(random));
    }

    Client script() {
        return Client.of(world.networks().get(random.nextInt(4)).address(random), Agents.script(random));
    }
}
