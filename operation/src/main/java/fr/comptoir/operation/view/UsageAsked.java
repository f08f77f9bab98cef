package fr.comptoir.operation.view;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.store.usage.Choice;
import fr.comptoir.store.usage.UsageQuery;
import fr.comptoir.store.usage.UsageQuery.Content;
import fr.comptoir.store.usage.UsageQuery.Ways;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A {@link View} as a question to the facts: its months, and what it chooses in the values of the Code. */
final class UsageAsked {
    private final View view;

    UsageAsked(View view) {
        this.view = view;
    }

    /**
     * The question to the facts.
     *
     * @param available the months that may be shown
     */
    UsageQuery in(SortedSet<YearMonth> available) {
        TreeSet<YearMonth> months = new TreeSet<>(view.asked());
        months.addAll(view.before());
        months.retainAll(available);
        Choice<String> wanted = choice(Field.PUBLISHER, text -> text);
        Optional<Choice<String>> own = view.publishers().map(names -> own(names, wanted));
        if (own.filter(Choice::isNone).isPresent()) {
            months.clear(); // nothing of the whole platform's usage need be read
        }
        return new UsageQuery(
                view.release(),
                view.publishers().isPresent() ? Institution.THE_WORLD : view.customer(),
                months,
                choice(Field.DATA_TYPE, text -> DataType.of(text).orElseThrow()),
                choice(Field.ACCESS_TYPE, text -> AccessType.of(text).orElseThrow()),
                choice(Field.OA_STATUS, text -> text),
                choice(Field.ACCESS_METHOD, text -> AccessMethod.of(text).orElseThrow()),
                choice(Field.YOP, text -> ViewParser.years(text).orElseThrow()),
                new Ways(choice(Field.ARRIVAL, RouteNames::arrival), choice(Field.ROUTE, RouteNames::route)),
                new Content(
                        choice(Field.TITLE, text -> text),
                        own.orElse(wanted),
                        choice(Field.PACKAGE, text -> text),
                        words()));
    }

    /** Those of a publisher's names that are wanted; never everything, even if it has no name. */
    private static Choice<String> own(SortedSet<String> names, Choice<String> wanted) {
        Set<String> some = names.stream().filter(wanted::passes).collect(Collectors.toSet());
        return some.isEmpty() ? Choice.none("") : new Choice<>(some, Set.of());
    }

    /** The words of the text. */
    private List<String> words() {
        return Arrays.stream(view.text().split("(?U)\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private <T> Choice<T> choice(Field field, Function<String, T> value) {
        Terms terms = view.terms(field);
        return new Choice<>(
                terms.in().stream().map(value).collect(Collectors.toSet()),
                terms.out().stream().map(value).collect(Collectors.toSet()));
    }
}
