package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Explain;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Preset.Period;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A figure of a title or an item in one month, whose actions are asked for.
 *
 * @param of the id of the title or item
 * @param isItem whether it is an item, as an Item Report has it; else a title, as a Title Report has it
 * @param metric the only one that is asked for, or all
 */
public record FigureActions(String of, boolean isItem, YearMonth month, Optional<MetricType> metric) {
    /**
     * What narrows the figure: of a title everything but the title itself.
     *
     * @param asked by the address
     */
    public View narrowing(View asked) {
        return isItem ? asked : asked.withoutTitles();
    }

    /**
     * The titles whose usage Title Reports of the month show under another one, with that one, if the title is any of them; pages show the
     * usage of each as the catalogue has it (site folder, journals that change).
     */
    public Map<String, String> moved(ReportingSite now, Release release) {
        Map<String, String> moved = new TreeMap<>();
        if (!isItem) {
            now.site().config().titles().moved(release, month).forEach((title, shown) -> {
                if (title.equals(of) || shown.equals(of)) {
                    moved.put(title, shown);
                }
            });
        }
        return moved;
    }

    /**
     * Lists the actions, as far as the view's filters go: what is listed adds up to the figure that a page with these filters shows.
     *
     * @throws InputException when there is no such title or item
     */
    public Explain.Answer actions(ReportingSite now, View asked) throws IOException, InputException {
        Explain.Question question = new Explain.Question(
                isItem ? "IR" : "TR",
                month,
                asked.customer(),
                asked.release().code(),
                isItem ? of : null,
                isItem ? null : of,
                null,
                metric.map(MetricType::code).orElse(null),
                false);
        View narrowing = narrowing(asked);
        if (!narrowing.isNarrowed() && moved(now, asked.release()).isEmpty()) {
            return Explain.run(now.site(), question, (what, done, total) -> {});
        }
        View one = (isItem ? narrowing : narrowing.only(Field.TITLE, of))
                .with(new Period(Optional.empty(), month, month))
                .with(Comparison.NONE);
        return Explain.run(now, question, one.usage(new TreeSet<>(Set.of(month))));
    }
}
