package fr.comptoir.server.web;

import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells when people open a page of their customer or download a file of it. Those who run the service and audit it are nobody's people:
 * what they look at is no use of it.
 */
final class VisitFilter extends OncePerRequestFilter {
    private final VisitRecorder visits;

    VisitFilter(VisitRecorder visits) {
        this.visits = visits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getMethod().equals("GET") && response.getStatus() == HttpServletResponse.SC_OK) {
            Access.space(request.getMethod(), request.getRequestURI())
                    .flatMap(space -> whose(Viewer.of(request), space))
                    .ifPresent(customer -> tell(customer, response));
        }
    }

    private void tell(String customer, HttpServletResponse response) {
        String disposition = response.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        String type = response.getContentType();
        if (disposition != null && disposition.startsWith("attachment")) {
            visits.downloaded(customer);
        } else if (type != null && type.startsWith(MediaType.TEXT_HTML_VALUE)) {
            visits.opened(customer);
        }
    }

    /** For whom somebody looks at a space: its own customer, or the consortium that it is a member of. */
    private static Optional<String> whose(Viewer viewer, String space) {
        if (viewer.grants().stream().anyMatch(grant -> space.equals(grant.customerId()))) {
            return Optional.of(space);
        }
        return viewer.grants().stream()
                .filter(grant -> grant.role() == Role.CONSORTIUM_MANAGER
                        && viewer.members().contains(space))
                .map(Grant::customerId)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}
