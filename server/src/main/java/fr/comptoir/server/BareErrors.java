package fr.comptoir.server;

import fr.comptoir.customers.base.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers to requests that are no HTTP, are too long to be read, or fail outside of all pages, without a word of the program's inside: a
 * small page for who reads pages, in the language that was asked for or else in all, and JSON for programs and for what cannot be told from
 * them: the API never answers with a page. Of what is too long to be read not even the path is known.
 */
public final class BareErrors extends ErrorReportValve {
    private static final String HTML = "text/html";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            boolean isPage = isForPeople(request);
            response.setContentType(isPage ? HTML + ";charset=UTF-8" : "application/problem+json");
            String text = isPage ? page(languages(request), status) : json(request, status);
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            // The client is gone; there is nobody left to tell.
            return;
        }
    }

    private static boolean isForPeople(Request request) {
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains(HTML);
    }

    private static List<Language> languages(Request request) {
        String accepted = request.getHeader("Accept-Language");
        return accepted == null
                ? Arrays.asList(Language.values())
                : List.of(accepted.strip().startsWith(Language.EN.code()) ? Language.EN : Language.FR);
    }

    /** Where not even the path was read, what is wrong in every language: it may be anybody's. */
    private static String json(Request request, int status) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", status < 500 ? "The request cannot be answered" : "The service failed");
        said.put("status", status);
        if (request.getCoyoteRequest().requestURI().isNull()) {
            said.put(
                    "detail",
                    Arrays.stream(Language.values())
                            .map(language -> words(language).getString("error.unread.what"))
                            .collect(Collectors.joining(" ")));
        }
        return JSON.writeValueAsString(said);
    }

    private static String page(List<Language> languages, int status) {
        String title = languages.stream()
                .map(language -> words(language).getString("error.title"))
                .distinct()
                .collect(Collectors.joining(" · "));
        return "<!DOCTYPE html>\n<html lang=\"" + languages.get(0).code()
                + "\"><head><meta charset=\"UTF-8\"><meta name=\"viewport\""
                + " content=\"width=device-width, initial-scale=1\"><title>" + title
                + "</title><link rel=\"stylesheet\" href=\"/app/comptoir.css\"></head><body><main><h1>" + title
                + "</h1>"
                + languages.stream().map(language -> said(language, status)).collect(Collectors.joining())
                + "</main></body></html>\n";
    }

    private static String said(Language language, int status) {
        ResourceBundle words = words(language);
        String kind = status < 500 ? "error.unread" : "error.500";
        return "<section class=\"narrow\" lang=\"" + language.code() + "\"><h2>" + words.getString(kind) + "</h2><p>"
                + words.getString(kind + ".what") + "</p><p><a href=\"/\">" + words.getString("error.home")
                + "</a></p></section>";
    }

    private static ResourceBundle words(Language language) {
        return ResourceBundle.getBundle("fr.comptoir.server.web.messages", Locale.forLanguageTag(language.code()));
    }
}
