package fr.comptoir.server.web;

import fr.comptoir.customers.base.Language;
import fr.comptoir.operation.Site;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.multipart.MultipartException;

/** What every page shows: the platform, the viewer, the language. */
@ControllerAdvice
final class PageAdvice {
    private final Site site;
    private final Today today;

    PageAdvice(Site site, Today today) {
        this.site = site;
        this.today = today;
    }

    @ModelAttribute("platform")
    String platform() {
        return site.config().platform().name();
    }

    @ModelAttribute("viewer")
    Viewer viewer(HttpServletRequest request) {
        return Viewer.of(request);
    }

    /** The other language, which the switch offers. */
    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request) {
        return Languages.of(request) == Language.FR ? "en" : "fr";
    }

    /** Where the switch of the language leads back to: pages that are read, never what was done with a form. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        String query = request.getQueryString();
        return request.getMethod().equals("GET") && path.indexOf("/first/") < 0
                ? path + (query == null ? "" : "?" + query)
                : "/";
    }

    @ModelAttribute("today")
    Today today() {
        return today;
    }

    /** Dates and numbers in the language of who asks. */
    @ModelAttribute("written")
    Written written(Locale locale) {
        return new Written(locale, site.config().platform().timeZone());
    }

    /** What the modules below say, in the language of who asks. */
    @ModelAttribute("sentences")
    Sentences sentences(Locale locale) {
        return new Sentences(locale);
    }

    @ModelAttribute("paths")
    Paths paths() {
        return new Paths();
    }

    /** What should bring a file and is no form with files is the client's error. */
    @ExceptionHandler(MultipartException.class)
    void isNoForm(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    @ModelAttribute("forged")
    boolean forged(HttpServletRequest request) {
        return request.getAttribute(Denials.FORGED) != null;
    }
}
