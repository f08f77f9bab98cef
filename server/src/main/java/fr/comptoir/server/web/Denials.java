package fr.comptoir.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What becomes of a request that is not allowed: not found, to be signed in first, or refused. */
final class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {
    /** Set when a form came without its token against forgery. */
    static final String FORGED = "comptoir.forged";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        deny(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException {
        if (problem instanceof CsrfException) {
            request.setAttribute(FORGED, true);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            deny(request, response);
        }
    }

    private static void deny(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (Access.route(request.getMethod(), path).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (Viewer.of(request).isKnown()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            boolean comesBack = request.getMethod().equals("GET") && !path.equals("/space");
            String wanted = WantedPage.of(request);
            if (comesBack && WantedPage.isForEyes(request)) {
                WantedPage.keep(wanted, request, response);
            }
            response.sendRedirect(
                    comesBack ? "/sign-in?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : "/sign-in");
        }
    }
}
