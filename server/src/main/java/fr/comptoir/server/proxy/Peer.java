package fr.comptoir.server.proxy;

import fr.comptoir.model.net.IpAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The program at the other end of the connection, whatever headers say.
 *
 * @param address of the connection
 * @param isTrusted whether it is one of the proxies of {@code server.trusted_proxies}
 * @param forwards whether the request says that it comes from somebody else
 */
public record Peer(String address, boolean isTrusted, boolean forwards) {
    private static final String ATTRIBUTE = Peer.class.getName();

    /** Of a request that passed {@link ForwardedFilter}. */
    public static Peer of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Peer peer) {
            return peer;
        }
        throw new IllegalStateException("the filter of forwarded headers comes first");
    }

    void putInto(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Whether it is a program on this machine that asks for itself. */
    public boolean isLocal() {
        return !forwards && isLoopback(address);
    }

    private static boolean isLoopback(String address) {
        if (!IpAddress.parse(address, new long[2])) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress(); // an address, never a name: nothing is looked up
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
