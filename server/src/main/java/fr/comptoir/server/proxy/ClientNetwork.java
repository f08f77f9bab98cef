package fr.comptoir.server.proxy;

import fr.comptoir.model.net.IpAddress;

/** From where a request comes, for limits on what one client may ask. */
public final class ClientNetwork {
    private ClientNetwork() {}

    /** The /64 of an IPv6 address, for whoever has one of its addresses has all of them; any other address as it is. */
    public static String of(String address) {
        long[] bits = new long[2];
        return IpAddress.parse(address, bits) && !IpAddress.isIpv4(bits[0], bits[1])
                ? IpAddress.format(bits[0], 0) + "/64"
                : address;
    }
}
