package fr.comptoir.server;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.security.authorization.AuthorizationDecision;

/** What only programs on the same machine may ask. */
final class LocalOnly {
    private LocalOnly() {}

    static AuthorizationDecision decide(HttpServletRequest request) {
        boolean forwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        return new AuthorizationDecision(!forwarded && isLocal(request.getRemoteAddr()));
    }

    private static boolean isLocal(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress(); // an address, never a name: nothing is looked up
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
