package fr.comptoir.ingest.read;

import fr.comptoir.ingest.format.Field;
import fr.comptoir.ingest.format.LineFields;

/**
 * Who the client is behind proxies: when the peer is a trusted proxy, the chain it reports is walked from the right, and the last hop that
 * is not a trusted proxy is the client. What stands further left may be forged and is not looked at; a hop that is no address ends the
 * walk. Not thread-safe.
 */
final class ClientAddress {
    /** The number that stands for a line without any address. */
    static final int NONE = -1;

    private final AddressVerdicts addresses;
    private final boolean anyTrusted;

    ClientAddress(AddressVerdicts addresses, boolean anyTrusted) {
        this.addresses = addresses;
        this.anyTrusted = anyTrusted;
    }

    /** The client's number in {@link AddressVerdicts}, or {@link #NONE}. */
    int of(LineFields fields) {
        if (!fields.has(Field.ADDRESS)) {
            return NONE;
        }
        fields.unescape(Field.ADDRESS);
        int peer = number(fields, Field.ADDRESS);
        if (!anyTrusted || !addresses.isTrusted(peer) || !fields.has(Field.CLIENT_CHAIN)) {
            return peer;
        }
        fields.unescape(Field.CLIENT_CHAIN);
        return walk(
                fields.bytesOf(Field.CLIENT_CHAIN),
                fields.from[Field.CLIENT_CHAIN.ordinal()],
                fields.to[Field.CLIENT_CHAIN.ordinal()],
                peer);
    }

    private int walk(byte[] bytes, int from, int to, int peer) {
        int client = peer;
        int end = to;
        while (end >= from) {
            int start = end;
            while (start > from && bytes[start - 1] != ',') {
                start--;
            }
            int hop = hop(bytes, start, end);
            if (hop == NONE) {
                return client;
            }
            client = hop;
            if (!addresses.isTrusted(hop)) {
                return client;
            }
            end = start - 1;
        }
        return client;
    }

    private int hop(byte[] bytes, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (to > from && bytes[to - 1] == ' ') {
            to--;
        }
        if (from == to) {
            return NONE;
        }
        int number = addresses.number(bytes, from, to);
        return addresses.isAddress(number) ? number : NONE;
    }

    private int number(LineFields fields, Field field) {
        return addresses.number(fields.bytesOf(field), fields.from[field.ordinal()], fields.to[field.ordinal()]);
    }
}
