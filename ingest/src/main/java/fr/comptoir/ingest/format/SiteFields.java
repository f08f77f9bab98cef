package fr.comptoir.ingest.format;

import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.model.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** The fields of the log that a site names in {@code comptoir.yml}. */
final class SiteFields {
    /**
     * One of them.
     *
     * @param key where the site names it
     * @param written as the site writes it
     * @param name see {@link FieldNames}
     */
    record Named(Field field, String key, String written, String name) {
        /**
         * That no line holds it. Without the chain of addresses every user would be a proxy, so that is an error; anything else is absent in
         * every line, as it is in many of a log that holds it.
         */
        Problem missing(String format) {
            return new Problem(
                    field == Field.CLIENT_CHAIN ? Problem.Severity.ERROR : Problem.Severity.WARNING,
                    "comptoir.yml",
                    0,
                    key,
                    Sentence.inEnglish("the log format does not contain " + written + " (it is: " + format + ")"));
        }
    }

    private SiteFields() {}

    static List<Named> of(SiteConfig config) {
        List<Named> named = new ArrayList<>();
        config.user().login().ifPresent(text -> add(named, Field.LOGIN, "user.login", text));
        config.user().userCookie().ifPresent(text -> add(named, Field.USER_COOKIE, "user.user_cookie", text));
        config.user().sessionCookie().ifPresent(text -> add(named, Field.SESSION_COOKIE, "user.session_cookie", text));
        config.organisation().ifPresent(text -> add(named, Field.ORGANISATION, "organisation.field", text));
        config.arrivals().token().ifPresent(text -> add(named, Field.TOKEN, "token.field", text));
        config.log().clientAddress().ifPresent(text -> add(named, Field.CLIENT_CHAIN, "log.client_address", text));
        return named;
    }

    private static void add(List<Named> named, Field field, String key, String text) {
        named.add(new Named(field, key, text, FieldNames.of(text)));
    }
}
