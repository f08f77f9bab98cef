package fr.comptoir.operation.view;

import fr.comptoir.operation.view.Panel.Column;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * By what a {@link RankedTable} is sorted, and which page of it is wanted.
 *
 * @param sort the key of a column; blank for the usual order
 * @param page from 1
 */
public record TableAsk(String sort, boolean descending, int page) {
    private static final String SORT = "sort";
    private static final String ORDER = "order";
    private static final String PAGE = "page";
    private static final String DESCENDING = "desc";
    private static final String ASCENDING = "asc";
    private static final int LENGTH_MAX = 60;

    /** The parameters that are read here. */
    public static final Set<String> PARAMETERS = Set.of(SORT, ORDER, PAGE);

    /** The usual order, from the beginning. */
    public static TableAsk usual() {
        return new TableAsk("", true, 1);
    }

    /**
     * Reads the parameters.
     *
     * @param columns that the table can have; one that it has not in a view, as there is nothing to compare with, does not sort
     * @param problems gets what is wrong; it is left out
     */
    public static TableAsk parse(
            Map<String, List<String>> parameters, Collection<String> columns, List<ViewProblem> problems) {
        String sort = first(parameters, SORT);
        if (!sort.isEmpty() && !columns.contains(sort)) {
            problems.add(new ViewProblem(ViewProblem.Kind.VALUE, SORT, shortened(sort), String.join(", ", columns)));
            sort = "";
        }
        String order = first(parameters, ORDER);
        if (!Set.of("", ASCENDING, DESCENDING).contains(order)) {
            problems.add(
                    new ViewProblem(ViewProblem.Kind.VALUE, ORDER, shortened(order), ASCENDING + ", " + DESCENDING));
        }
        String page = first(parameters, PAGE);
        if (!page.matches("([1-9][0-9]{0,5})?")) {
            problems.add(new ViewProblem(ViewProblem.Kind.NUMBER, PAGE, shortened(page), "1, 2, 3 …"));
            page = "";
        }
        return new TableAsk(sort, !order.equals(ASCENDING), page.isEmpty() ? 1 : Integer.parseInt(page));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    private static String shortened(String text) {
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "…";
    }

    /** The same by another column, figures from the largest down; by the same one, the other way round. */
    public TableAsk by(Column column) {
        boolean turned = column.key().equals(sort) ? !descending : column.isNumber();
        return new TableAsk(column.key(), turned, 1);
    }

    public TableAsk page(int other) {
        return new TableAsk(sort, descending, other);
    }

    /** Its part of an address; blank for what is usual. */
    public String query() {
        StringJoiner query = new StringJoiner("&");
        if (!sort.isEmpty()) {
            query.add(SORT + "=" + sort).add(ORDER + "=" + (descending ? DESCENDING : ASCENDING));
        }
        if (page > 1) {
            query.add(PAGE + "=" + page);
        }
        return query.toString();
    }
}
