package fr.comptoir.server.space;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.operation.view.FigureActions;
import java.time.YearMonth;

/** A figure whose actions are asked for, and which page of them, from 1. */
public record ExplainedFigure(FigureActions asked, int page) {
    public String of() {
        return asked.of();
    }

    public boolean isItem() {
        return asked.isItem();
    }

    /** Whether it is of all that the filters leave. */
    public boolean isOfEverything() {
        return asked.isOfEverything();
    }

    public YearMonth month() {
        return asked.month();
    }

    /** The same of another month. */
    public ExplainedFigure of(YearMonth month) {
        return new ExplainedFigure(new FigureActions(asked.of(), asked.isItem(), month, asked.metric()), 1);
    }

    /** The only metric that is asked for; blank for all. */
    public String metric() {
        return asked.metric().map(MetricType::code).orElse("");
    }

    /** The address of its page, without the view. */
    String query() {
        return isOfEverything() ? Links.figure(month(), asked.metric()) : Links.figure(of(), isItem(), month());
    }

    /** What its file is called. */
    String name() {
        return (isOfEverything() ? "all" : of()) + "_" + month();
    }
}
