package fr.comptoir.server.web;

import fr.comptoir.operation.Site;
import jakarta.servlet.http.HttpServletRequest;

/** Under which address people and harvesters reach the service: the one of {@code comptoir.yml}, else the one of the request. */
public final class BaseAddress {
    private final Site site;

    BaseAddress(Site site) {
        this.site = site;
    }

    /** Without {@code /} at its end. */
    public String of(HttpServletRequest request) {
        return site.config().server().url().orElseGet(() -> request(request));
    }

    private static String request(HttpServletRequest request) {
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort());
    }
}
