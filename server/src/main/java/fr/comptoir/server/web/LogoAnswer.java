package fr.comptoir.server.web;

import fr.comptoir.customers.customer.Logo;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A customer's logo, as a picture and nothing else: whoever opens an SVG by itself runs nothing of it. */
public final class LogoAnswer {
    private static final String PICTURE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private LogoAnswer() {}

    /** The answer to a request of it. */
    public static ResponseEntity<byte[]> of(Logo logo) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(logo.mediaType()))
                .header("Content-Security-Policy", PICTURE)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                .body(logo.content());
    }
}
