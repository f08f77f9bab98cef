package fr.comptoir.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What the page of an error says of a value that is not as it should be: which one, what it could be, and where the page without it is. */
@ControllerAdvice
final class WrongValueAdvice {
    private static final String WRONG = WrongValueAdvice.class.getName();
    private static final String PAGE = WrongValueAdvice.class.getName() + ".page";
    private static final int SHOWN_MAX = 60;

    private final Words words;

    WrongValueAdvice(Words words) {
        this.words = words;
    }

    /** A part of a path that is of the wrong form leads nowhere. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void mismatch(
            MethodArgumentTypeMismatchException wrong,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Class<?> wanted = wrong.getRequiredType();
        if (wrong.getParameter().hasParameterAnnotation(PathVariable.class)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            say(
                    wrong.getName(),
                    String.valueOf(wrong.getValue()),
                    allowed(wanted == null ? String.class : wanted, locale),
                    locale,
                    request,
                    response);
        }
    }

    @ExceptionHandler(WrongValueException.class)
    void wrong(WrongValueException wrong, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String allowed = wrong.known().isEmpty()
                ? allowed(wrong.wanted(), locale)
                : words.say(locale, "error.400.oneOf", wrong.known());
        say(wrong.parameter(), wrong.value(), allowed, locale, request, response);
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    void missing(
            MissingServletRequestParameterException missing,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        refuse(words.say(locale, "error.400.missing", missing.getParameterName()), request, response);
    }

    @ExceptionHandler(MissingServletRequestPartException.class)
    void missingFile(
            MissingServletRequestPartException missing,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        refuse(words.say(locale, "error.400.missing", missing.getRequestPartName()), request, response);
    }

    private static void refuse(String what, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(WRONG, what);
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    private void say(
            String parameter,
            String value,
            String allowed,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String shown = value.length() > SHOWN_MAX ? value.substring(0, SHOWN_MAX) + "…" : value;
        String what = words.say(locale, "error.400.value", shown, parameter);
        if (request.getMethod().equals("GET")) {
            request.setAttribute(PAGE, request.getRequestURI());
        }
        refuse((what + " " + allowed).strip(), request, response);
    }

    private String allowed(Class<?> wanted, Locale locale) {
        if (wanted.isEnum()) {
            String all = Arrays.stream(wanted.getEnumConstants())
                    .map(one -> ((Enum<?>) one).name())
                    .collect(Collectors.joining(", "));
            return words.say(locale, "error.400.oneOf", all);
        }
        if (wanted == LocalDate.class) {
            return words.say(locale, "error.400.day");
        }
        if (wanted == YearMonth.class) {
            return words.say(locale, "error.400.month");
        }
        boolean isNumber = wanted.isPrimitive() || Number.class.isAssignableFrom(wanted);
        return isNumber && wanted != boolean.class ? words.say(locale, "error.400.number") : "";
    }

    /** For the page of the error; null when it is of something else. */
    @ModelAttribute("wrongValue")
    @Nullable
    Object wrongValue(HttpServletRequest request) {
        return request.getAttribute(WRONG);
    }

    /** The page without any value; null when nothing was asked but the page, or a form was sent. */
    @ModelAttribute("plainPage")
    @Nullable
    Object plainPage(HttpServletRequest request) {
        return request.getAttribute(PAGE);
    }
}
