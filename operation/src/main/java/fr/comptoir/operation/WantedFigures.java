package fr.comptoir.operation;

import fr.comptoir.engine.Verdicts.Figure;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.UsageQuery;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the figures to which a row adds are those of a question to the facts: a Platform Report's with the denials of the Item Report and
 * the searches of the Database Report. The facts, asked by {@link Usage}, say the same.
 */
final class WantedFigures {
    private final UsageQuery query;
    private final Catalogue catalogue;
    private final Optional<Set<String>> chosen;
    private final Map<String, String> statuses;
    private final boolean choosesAccessType;
    private final boolean choosesOpenAccess;

    private WantedFigures(
            UsageQuery query, Catalogue catalogue, Optional<Set<String>> chosen, Map<String, String> statuses) {
        this.query = query;
        this.catalogue = catalogue;
        this.chosen = chosen;
        this.statuses = statuses;
        choosesAccessType = Arrays.stream(AccessType.values())
                .filter(type -> type.in(query.release()))
                .anyMatch(type -> !query.accessTypes().passes(type));
        choosesOpenAccess = query.choosesOpenAccess();
    }

    static WantedFigures of(UsageQuery query, Catalogue catalogue, Usage usage) throws IOException {
        return new WantedFigures(
                query, catalogue, usage.chosen(), query.choosesOpenAccess() ? usage.statuses() : Map.of());
    }

    boolean has(Figure figure) {
        MetricType metric = figure.metric();
        if (figure.release() != query.release() || !query.accessMethods().passes(figure.accessMethod())) {
            return false;
        }
        if (!query.ways().isAll()
                && (!Usage.OF_ROUTES.contains(metric)
                        || choosesAccessType
                        || choosesOpenAccess
                        || !query.yop().isAll())) {
            return false;
        }
        return metric.code().startsWith("Searches_")
                ? hasSearch(figure)
                : metric.code().startsWith("Unique_Title_") ? hasTitle(figure) : hasItem(figure);
    }

    private boolean hasSearch(Figure figure) {
        boolean ofPlatform = figure.subject() == Catalogue.NONE;
        return ofPlatform == (figure.metric() == MetricType.SEARCHES_PLATFORM)
                && !choosesAccessType
                && !choosesOpenAccess
                && query.yop().isAll()
                && chosen.isEmpty()
                && passesType(ofPlatform ? DataType.PLATFORM : catalogue.dataType(figure.subject()));
    }

    private boolean hasTitle(Figure figure) {
        return figure.database() == Catalogue.NONE
                && passesType(catalogue.dataType(figure.subject()))
                && hasContent(figure, figure.subject());
    }

    private boolean hasItem(Figure figure) {
        int title = catalogue.title(figure.subject());
        int shown = title == Catalogue.NONE ? figure.subject() : title;
        return !catalogue.dataType(figure.subject()).isDatabase()
                && passesType(catalogue.dataType(shown))
                && hasContent(figure, shown);
    }

    private boolean passesType(DataType type) {
        return query.dataTypes().passes(CodeSql.named(type, Subject.PLATFORM, query.release()));
    }

    private boolean hasContent(Figure figure, int shown) {
        AccessType type = figure.accessType();
        return (!choosesAccessType
                        || (type != null
                                && type.in(query.release())
                                && query.accessTypes().passes(type)))
                && (!choosesOpenAccess || query.openAccess().passes(status(figure)))
                && passesYear(figure.yop())
                && (chosen.isEmpty() || chosen.get().contains(catalogue.itemId(shown)));
    }

    private String status(Figure figure) {
        if (figure.accessType() == AccessType.CONTROLLED) {
            return Usage.CLOSED;
        }
        String status = statuses.getOrDefault(catalogue.itemId(figure.subject()), Usage.CLOSED);
        return status.equals(Usage.CLOSED) ? Usage.UNKNOWN : status;
    }

    private boolean passesYear(int year) {
        return (query.yop().in().isEmpty() || isIn(query.yop().in(), year))
                && !isIn(query.yop().out(), year);
    }

    private static boolean isIn(Set<YopRange> ranges, int year) {
        return ranges.stream().anyMatch(range -> range.from() <= year && year <= range.to());
    }
}
