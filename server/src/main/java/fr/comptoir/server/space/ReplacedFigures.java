package fr.comptoir.server.space;

import fr.comptoir.operation.ReportingSite;
import fr.comptoir.server.counterapi.CurrentSite;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asks again when the figures that a page was made of were replaced while it was made, and their files removed: what lasts as long as two
 * changes of the store is no fault that a reader should see. A failure for which nothing has changed stays one.
 */
final class ReplacedFigures implements HandlerExceptionResolver, Ordered {
    private static final String SITE = ReplacedFigures.class.getName();

    private final CurrentSite now;

    ReplacedFigures(CurrentSite now) {
        this.now = now;
    }

    /** Notes of which state the present request is answered. */
    static void note(ReportingSite site) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(SITE, site, RequestAttributes.SCOPE_REQUEST);
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        Object answered = request.getAttribute(SITE);
        if (answered == null || !request.getMethod().equals("GET") || response.isCommitted() || !isReplaced(answered)) {
            return null;
        }
        String query = request.getQueryString();
        response.reset();
        try {
            response.sendRedirect(request.getRequestURI() + (query == null ? "" : "?" + query));
        } catch (IOException e) {
            failure.addSuppressed(e);
            return null;
        }
        return new ModelAndView();
    }

    private boolean isReplaced(Object answered) {
        try {
            return now.get() != answered;
        } catch (IOException e) {
            return false; // the failure itself says more
        }
    }
}
