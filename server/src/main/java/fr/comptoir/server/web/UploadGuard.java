package fr.comptoir.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is too large, and files of those who may send none, before a byte of the body is read: looking for a form's token reads all
 * of it.
 */
final class UploadGuard extends OncePerRequestFilter {
    /** Most bytes of a form without a file. */
    static final long FORM_MAX = 2L << 20;

    /** Most bytes of a file, and of a form with one. */
    static final long FILE_MAX = 20L << 20;

    private static final long DROPPED_MAX = 100L << 20;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        boolean file = type.startsWith("multipart/");
        boolean allowed = Access.isAllowed(Viewer.of(request), request.getMethod(), request.getRequestURI());
        if (request.getContentLengthLong() > (file ? FILE_MAX : FORM_MAX)) {
            if (allowed) {
                drop(request);
            }
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (file && !allowed) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Reads what was sent and keeps nothing of it: a browser that still sends hears no answer. */
    private static void drop(HttpServletRequest request) throws IOException {
        byte[] some = new byte[1 << 16];
        InputStream in = request.getInputStream();
        long left = DROPPED_MAX;
        for (int read = in.read(some); read >= 0 && left > 0; read = in.read(some)) {
            left -= read;
        }
    }
}
