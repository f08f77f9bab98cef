package fr.comptoir.server.space;

import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.ReleaseDifferences.Difference;
import fr.comptoir.operation.view.ReportReleases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a report adds up to in both releases, for a file: beside each figure the sentences that the page has for it, in the reader's language. */
final class SaidDifferences {
    private SaidDifferences() {}

    static Panel of(ReportReleases releases, PageTexts texts, Locale locale) {
        Panel totals = releases.totals();
        List<Column> columns = new ArrayList<>(totals.columns());
        columns.add(new Column("Difference", Kind.TEXT));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : totals.rows()) {
            List<@Nullable Object> said = new ArrayList<>(row);
            said.add(sentences(String.valueOf(row.get(0)), releases, texts, locale));
            rows.add(said);
        }
        return new Panel(totals.id(), totals.picture(), totals.field(), columns, rows, totals.note());
    }

    private static String sentences(String metric, ReportReleases releases, PageTexts texts, Locale locale) {
        if (releases.only().isPresent()) {
            return texts.say(locale, "releases.only", releases.only().get().code());
        }
        return releases.differences().figures().stream()
                .filter(one -> one.metric().code().equals(metric))
                .map(one -> sentence(one, texts, locale))
                .collect(Collectors.joining(" "));
    }

    private static String sentence(Difference one, PageTexts texts, Locale locale) {
        String figures = texts.say(
                locale,
                "difference",
                texts.code(one.metric().code(), locale),
                texts.count(one.r5(), locale),
                texts.count(one.r51(), locale));
        return figures + ". " + texts.say(locale, "difference." + one.reason());
    }
}
