package fr.comptoir.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * In parameters the character 0, which no database takes and no name has, is the replacement character instead, as browsers show it: what
 * holds one is then unknown like any other text, and said so.
 */
final class NulFilter extends OncePerRequestFilter {
    private static final char NUL = 0;
    private static final char REPLACEMENT = '\uFFFD';

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Without(request), response);
    }

    /** Parameters are read when somebody asks, so that the body of a form is not read before it may be. */
    private static final class Without extends HttpServletRequestWrapper {
        Without(HttpServletRequest request) {
            super(request);
        }

        private static String without(String text) {
            return text.replace(NUL, REPLACEMENT);
        }

        private static String[] without(String[] values) {
            return Stream.of(values).map(Without::without).toArray(String[]::new);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : without(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : without(values);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> map = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> map.put(without(name), without(values)));
            return map;
        }
    }
}
