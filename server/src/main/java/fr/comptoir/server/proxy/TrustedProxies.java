package fr.comptoir.server.proxy;

import fr.comptoir.model.net.IpAddress;
import fr.comptoir.model.net.IpRangeSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The proxies whose word about client, scheme and host is believed: {@code server.trusted_proxies}. */
public final class TrustedProxies {
    private final IpRangeSet ranges;

    /** @param ranges of their addresses; empty when none is believed */
    public TrustedProxies(List<String> ranges) {
        this.ranges = IpRangeSet.parse(ranges);
    }

    /** Whether an address, with or without a port, is a proxy's. */
    public boolean trusts(String address) {
        long[] bits = new long[2];
        byte[] text = address.getBytes(StandardCharsets.UTF_8);
        return IpAddress.parseHop(text, 0, text.length, bits) && ranges.contains(bits[0], bits[1]);
    }

    /**
     * The client of a chain of hops, each of which the one after it has seen: the last that is no proxy of ours. What stands before it
     * was written by the client itself, and says nothing.
     *
     * @param hops values of {@code X-Forwarded-For} in their order, with commas
     * @return empty when a hop on the way is no address
     */
    Optional<String> client(List<String> hops) {
        List<String> all = new ArrayList<>();
        hops.forEach(value -> all.addAll(List.of(value.split(",", -1))));
        for (int i = all.size() - 1; i >= 0; i--) {
            String hop = all.get(i).strip();
            if (!isAddress(hop)) {
                return Optional.empty();
            }
            if (i == 0 || !trusts(hop)) {
                return Optional.of(hop);
            }
        }
        return Optional.empty();
    }

    /** The element of {@code Forwarded} (RFC 7239) whose {@code for} is the client by the same rule; empty when there is none. */
    Optional<String> element(List<String> values) {
        List<String> all = new ArrayList<>();
        values.forEach(value -> all.addAll(split(value)));
        for (int i = all.size() - 1; i >= 0; i--) {
            String hop = hop(all.get(i));
            if (!isAddress(hop)) {
                return Optional.empty();
            }
            if (i == 0 || !trusts(hop)) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean isAddress(String hop) {
        byte[] text = hop.getBytes(StandardCharsets.UTF_8);
        return IpAddress.parseHop(text, 0, text.length, new long[2]);
    }

    private static String hop(String element) {
        for (String pair : element.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase("for")) {
                String hop = pair.substring(equals + 1).strip();
                return hop.startsWith("\"") && hop.endsWith("\"") && hop.length() > 1
                        ? hop.substring(1, hop.length() - 1)
                        : hop;
            }
        }
        return "";
    }

    /** At commas that stand in no quotes. */
    private static List<String> split(String value) {
        List<String> elements = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                elements.add(value.substring(from, i).strip());
                from = i + 1;
            }
        }
        elements.add(value.substring(from).strip());
        return elements;
    }
}
