package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Explain;
import fr.comptoir.operation.ExplainMonth;
import fr.comptoir.operation.ReportingSite;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A figure of a title or an item in one month, or of all that passes the filters of a page, whose actions are asked for.
 *
 * @param of the id of the title or item; blank for everything
 * @param isItem whether it is an item, as an Item Report has it; else a title, as a Title Report has it
 * @param metric the only one that is asked for, or all
 */
public record FigureActions(String of, boolean isItem, YearMonth month, Optional<MetricType> metric) {
    /** Those of all figures of a page, as its filters have them. */
    public static FigureActions ofEverything(YearMonth month, Optional<MetricType> metric) {
        return new FigureActions("", false, month, metric);
    }

    public boolean isOfEverything() {
        return of.isEmpty();
    }

    /**
     * What narrows the figure: of a title everything but the title itself.
     *
     * @param asked by the address
     */
    public View narrowing(View asked) {
        return isItem || isOfEverything() ? asked : asked.withoutTitles();
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
     * Lists the actions, as far as the view's filters go: what is listed adds up to the figure that a page with these filters shows. Of
     * everything it lists {@link ExplainMonth#LISTED} and sums all up.
     *
     * @throws InputException when there is no such title or item
     */
    public Explain.Answer actions(ReportingSite now, View asked) throws IOException, InputException {
        if (isOfEverything()) {
            return ofMonth(now, asked).answer(ExplainMonth.LISTED);
        }
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
        View one = isItem ? narrowing : narrowing.only(Field.TITLE, of);
        return Explain.run(now, question, one.inMonth(month));
    }

    /**
     * Gives the lines of all actions, be they as many as they may.
     *
     * @throws InputException when there is no such title or item
     */
    public void lines(ReportingSite now, View asked, ExplainMonth.Lines lines) throws IOException, InputException {
        if (isOfEverything()) {
            ofMonth(now, asked).read(lines);
            return;
        }
        for (Explain.Line line : actions(now, asked).lines()) {
            lines.take(line);
        }
    }

    private ExplainMonth ofMonth(ReportingSite now, View asked) {
        return new ExplainMonth(now, asked.inMonth(month), metric);
    }
}
