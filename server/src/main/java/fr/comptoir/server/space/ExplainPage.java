package fr.comptoir.server.space;

import fr.comptoir.operation.Explain;
import fr.comptoir.store.usage.CatalogueNames;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One page of the lines of an explanation.
 *
 * @param number of the page, from 1; the last one when a later one was asked for
 * @param from the number of its first line, from 1
 */
record ExplainPage(int number, int from, List<Explain.Line> lines, boolean hasNext) {
    static ExplainPage of(Explain.Answer answer, int asked, int rows) {
        int size = answer.lines().size();
        int number = Math.min(asked, 1 + Math.max(0, size - 1) / rows);
        int first = (number - 1) * rows;
        int end = Math.min(first + rows, size);
        return new ExplainPage(number, first + 1, answer.lines().subList(first, end), end < size);
    }

    /** What their items are called, by id, as far as the catalogue names them. */
    Map<String, String> names(CatalogueNames names) throws IOException {
        return names.items(lines.stream().map(Explain.Line::item).collect(Collectors.toSet()));
    }
}
