package fr.comptoir.store.usage;

import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.query.CustomerSets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what each institution used in a month from the facts: of some at a time, whose rows fit in memory. */
final class InstitutionsReading {
    private static final Limits LIMITS = new Limits(8, 1 << 18);

    private final TitleNumbers titles;
    private final Path temporary;
    private final CountedMonth month;
    private final Split split;
    private final Limits limits;

    /**
     * What is read together.
     *
     * @param sets whoever belongs to more sets of a month is a consortium, which has files of its own
     * @param rows in memory at once, twelve bytes each; those of one customer may be more
     */
    record Limits(int sets, long rows) {}

    /** Who belongs to which sets of the month; one at least. */
    private record Customer(String id, int[] sets) {}

    InstitutionsReading(TitleNumbers titles, Path temporary, CountedMonth month, Split split) {
        this(titles, temporary, month, split, LIMITS);
    }

    /**
     * Prepares.
     *
     * @param temporary the folder of {@link KeptDuck#borrow}
     * @param split by title or way; by set there is nothing to read of one institution
     */
    InstitutionsReading(TitleNumbers titles, Path temporary, CountedMonth month, Split split, Limits limits) {
        this.titles = titles;
        this.temporary = temporary;
        this.month = month;
        this.split = split;
        this.limits = limits;
    }

    /** Gives all customers that used anything; for those of many sets nothing. */
    void read(InstitutionFiles.Parts parts) throws SQLException, IOException {
        try (KeptDuck kept = KeptDuck.borrow(temporary, CodeSql::register)) {
            Map<Integer, Long> rows = rowsOfSets(kept.duck());
            List<Customer> few = new ArrayList<>();
            for (Map.Entry<String, int[]> each :
                    CustomerSets.ofCustomers(kept.duck(), month).entrySet()) {
                if (each.getValue().length > limits.sets()) {
                    parts.take(each.getKey(), Optional.empty());
                } else {
                    few.add(new Customer(each.getKey(), each.getValue()));
                }
            }
            // Neighbours in the files are read together.
            few.sort(Comparator.comparing(customer -> customer.sets()[0]));
            List<Customer> some = new ArrayList<>();
            long size = 0;
            for (Customer customer : few) {
                long more = Arrays.stream(customer.sets())
                        .mapToLong(set -> rows.getOrDefault(set, 0L))
                        .sum();
                if (size + more > limits.rows() && !some.isEmpty()) {
                    read(kept, some, parts);
                    some.clear();
                    size = 0;
                }
                some.add(customer);
                size += more;
            }
            if (!some.isEmpty()) {
                read(kept, some, parts);
            }
        }
    }

    private Map<Integer, Long> rowsOfSets(Duck duck) throws SQLException, IOException {
        Map<Integer, Long> rows = new HashMap<>();
        for (String file : split.sources().stream()
                .map(source -> source.sums().file())
                .distinct()
                .toList()) {
            String sql = "SELECT Customers::INTEGER, count(*) FROM "
                    + Sql.parquet(List.of(month.facts().resolve(file))) + " GROUP BY Customers";
            ColumnReader.read(duck, sql, (chunk, size) -> {
                for (int row = 0; row < size; row++) {
                    rows.merge(chunk.vector(0).getInt(row), chunk.vector(1).getLong(row), Long::sum);
                }
            });
        }
        return rows;
    }

    private void read(KeptDuck kept, List<Customer> customers, InstitutionFiles.Parts parts)
            throws SQLException, IOException {
        List<MonthUsage.Rows> rows =
                Stream.generate(MonthUsage.Rows::new).limit(customers.size()).toList();
        Map<Integer, List<MonthUsage.Rows>> ofSets = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int set : customers.get(i).sets()) {
                ofSets.computeIfAbsent(set, any -> new ArrayList<>()).add(rows.get(i));
            }
        }
        int first = ofSets.keySet().stream().mapToInt(set -> set).min().orElseThrow();
        int last = ofSets.keySet().stream().mapToInt(set -> set).max().orElseThrow();
        String sql = new MonthSql(titles, kept, split)
                .text("Customers::INTEGER", "Customers BETWEEN " + first + " AND " + last, List.of(month), false);
        CollectedRows collected = new CollectedRows(titles, split);
        collected.read(kept.duck(), sql, (set, group, title, count) -> {
            for (MonthUsage.Rows each : ofSets.getOrDefault(set, List.of())) {
                each.add(group, title, count);
            }
        });
        Figures figures = collected.figures();
        List<String> names = List.copyOf(collected.names());
        for (int i = 0; i < rows.size(); i++) {
            parts.take(
                    customers.get(i).id(),
                    Optional.of(rows.get(i).sorted(collected.attributes(), figures, names, figures.bytes())));
        }
    }
}
