package fr.comptoir.server.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;

/**
 * The page that was asked for before signing in, with its question, in a cookie of the browser for ten minutes: whatever way somebody signs
 * in by, a link in a mail leads where it says. What comes back is one of our pages, or nothing.
 */
public final class WantedPage {
    private static final String COOKIE = "wanted";
    private static final Duration GOOD = Duration.ofMinutes(10);
    /** Browsers keep cookies of 4 KB; of a longer question the page is left. */
    private static final int LENGTH_MAX = 3_500;

    private WantedPage() {}

    /** The page of a request, with its question. */
    static String of(HttpServletRequest request) {
        String query = request.getQueryString();
        String page = request.getRequestURI();
        return query == null || encoded(page + "?" + query).length() > LENGTH_MAX ? page : page + "?" + query;
    }

    /** Whether a person asked for it, and not a page's script that looks for suggestions: nobody wants to be led to what that asked for. */
    static boolean isForEyes(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    static void keep(String page, HttpServletRequest request, HttpServletResponse response) {
        put(encoded(page), GOOD, request, response);
    }

    /** The page, once; the other when there is none. */
    public static String take(String other, HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies();
        String kept = Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
        if (kept.isEmpty()) {
            return other;
        }
        put("", Duration.ZERO, request, response);
        try {
            return LocalPath.of(URLDecoder.decode(kept, StandardCharsets.UTF_8), other);
        } catch (IllegalArgumentException e) {
            return other; // not what was put
        }
    }

    private static String encoded(String page) {
        return URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    private static void put(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax") // a provider leads back from its own site
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
