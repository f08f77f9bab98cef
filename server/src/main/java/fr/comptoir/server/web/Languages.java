package fr.comptoir.server.web;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.base.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * In which language a page is: the account's, else the one that was chosen in this browser, else what the browser asks for. The framework's
 * own switch is refused; a language is chosen with {@link #choose}.
 */
public final class Languages extends AcceptHeaderLocaleResolver {
    private static final String COOKIE = "language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Locale.forLanguageTag(of(request).code());
    }

    /** The language of who asks. */
    public static Language of(HttpServletRequest request) {
        Account account = Viewer.of(request).account();
        if (account != null) {
            return account.language();
        }
        return chosen(request).orElseGet(() -> asked(request));
    }

    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? Language.EN : Language.FR;
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> Stream.of(Language.values())
                        .filter(language -> language.code().equals(cookie.getValue())))
                .findFirst();
    }

    /** The first of the browser's languages that we have; French for a browser that names none of them. */
    private static Language asked(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Language.FR;
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> Stream.of(Language.values())
                        .filter(language -> language.code().equals(locale.getLanguage())))
                .findFirst()
                .orElse(Language.EN);
    }

    /** Keeps the choice in this browser for a year. */
    static void choose(Language language, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, language.code())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
