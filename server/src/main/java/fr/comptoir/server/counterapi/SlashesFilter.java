package fr.comptoir.server.counterapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Several slashes of an address of the API are one: harvesters put {@code /reports} behind an address that ends with a slash. All else with such
 * addresses is refused as it was, for rights are told by paths there.
 */
final class SlashesFilter extends OncePerRequestFilter {
    /** The name of the servlet that is the API; the container has found it by the path with single slashes. */
    static final String API = "counterApi";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isApi = request.getHttpServletMapping().getServletName().equals(API);
        chain.doFilter(isApi ? new Single(request) : request, response);
    }

    private static final class Single extends HttpServletRequestWrapper {
        Single(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return super.getRequestURI().replaceAll("/{2,}", "/");
        }
    }
}
