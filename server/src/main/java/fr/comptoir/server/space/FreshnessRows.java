package fr.comptoir.server.space;

import fr.comptoir.operation.view.Freshness;
import fr.comptoir.operation.view.Freshness.Month;
import fr.comptoir.server.web.Markup;
import fr.comptoir.server.web.Written;
import java.time.Instant;
import java.util.Locale;

/** The rows of how fresh and how complete the figures are, month by month, with each change that was made after a month was closed. */
final class FreshnessRows {
    private static final String NONE = "–";

    private final PageTexts texts;
    private final Locale locale;
    private final Written written;

    FreshnessRows(PageTexts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
        this.written = texts.written(locale);
    }

    String of(Freshness freshness) {
        Markup html = new Markup();
        for (Month month : freshness.months()) {
            html.open("tr").element("th", written.month(month.month()), "scope", "row", "class", "nowrap");
            state(html, month);
            html.element("td", month.missingHours().map(written::count).orElse(NONE), "class", "number");
            html.open("td", "class", "nowrap");
            month.counted().ifPresentOrElse(at -> moment(html, at), () -> html.text(NONE));
            html.close("td").close("tr");
        }
        return html.toString();
    }

    private void state(Markup html, Month month) {
        String state = month.counted().isPresent() ? month.status().name() : "none";
        html.open("td").element("span", texts.say(locale, "fresh." + state));
        if (month.waits()) {
            html.text(" ").element("span", texts.say(locale, "fresh.waits"), "class", "flag");
        }
        if (!month.restatements().isEmpty()) {
            html.open("ul", "class", "bare");
            for (int n = 0; n < month.restatements().size(); n++) {
                html.open("li", "class", "hint");
                moment(html, month.restatements().get(n));
                html.text(" · ").element("span", month.reasons().get(n)).close("li");
            }
            html.close("ul");
        }
        html.close("td");
    }

    private void moment(Markup html, Instant at) {
        html.element("time", written.time(at), "datetime", written.machine(at));
    }
}
