package fr.comptoir.server.proxy;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * The origins whose pages may read the API in a browser: {@code server.cors}. Anybody else gets the same answers as ever, without the
 * headers that let a browser hand them to a page of another origin.
 */
public final class Origins implements CorsConfigurationSource {
    private final Set<String> origins;
    private final CorsConfiguration rules = new CorsConfiguration();

    Origins(List<String> origins) {
        this.origins = Set.copyOf(origins);
        rules.setAllowedOrigins(List.copyOf(origins));
        rules.setAllowedMethods(List.of("GET", "HEAD"));
        rules.setAllowedHeaders(List.of(HttpHeaders.IF_NONE_MATCH));
        rules.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER, "Comptoir-Fingerprint"));
        rules.setMaxAge(Duration.ofHours(1));
    }

    /** Whether there is any. */
    public boolean isAny() {
        return !origins.isEmpty();
    }

    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && origins.contains(origin) ? rules : null;
    }
}
