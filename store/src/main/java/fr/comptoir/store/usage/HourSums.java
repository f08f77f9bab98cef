package fr.comptoir.store.usage;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.store.usage.Attributes.Kind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up by the hour what a question wants of {@link HourFile}: what {@link KeptUsage} gives of the month. */
final class HourSums implements HourFile.Reading {
    private static final int METRICS = MetricType.values().length;

    private final UsageQuery query;
    private final Passing passing;
    private final boolean choosesUnknownOfWays;
    /** Numbers of the content that is chosen; null for all. */
    private final @Nullable BitSet chosen;

    private final long[][] sums;
    private boolean[] passes = {};
    /** For each combination its figures by ordinal of the metric, as the release has them. */
    private int[] figures = {};

    /**
     * Begins with nothing.
     *
     * @param statuses of the catalogue
     * @param hours of the month
     */
    HourSums(UsageQuery query, List<String> statuses, @Nullable BitSet chosen, int hours) {
        this.query = query;
        this.passing = new Passing(query, statuses);
        choosesUnknownOfWays = query.choosesUnknownOfWays();
        this.chosen = chosen;
        sums = new long[hours][METRICS];
    }

    @Override
    public void begin(HourFile.End end) {
        passes = new boolean[end.attributes().length];
        for (int group = 0; group < passes.length; group++) {
            passes[group] = passes(end.attributes()[group], end.ways());
        }
        int combinations = end.counts().length / DistinctCounts.WIDTH;
        figures = new int[combinations * METRICS];
        for (MetricType metric : MetricType.values()) {
            if (query.ways().isAll() || Usage.OF_ROUTES.contains(metric)) {
                int column = DistinctCounts.column(metric, query.release());
                for (int i = 0; i < combinations; i++) {
                    figures[i * METRICS + metric.ordinal()] = end.counts()[i * DistinctCounts.WIDTH + column];
                }
            }
        }
        Arrays.stream(sums).forEach(hour -> Arrays.fill(hour, 0));
    }

    private boolean passes(long attributes, List<String> ways) {
        if (query.ways().isAll()) {
            return passing.passes(attributes);
        }
        return Attributes.kind(attributes) != Kind.SEARCH
                && !choosesUnknownOfWays
                && passing.passes(attributes)
                && query.ways().arrivals().passes(ways.get(Attributes.way(attributes)))
                && query.ways().routes().passes(Attributes.route(attributes));
    }

    @Override
    public boolean wants(String customers) {
        return query.customer().equals(Institution.THE_WORLD)
                || List.of(customers.split(KeptUsage.SETS, -1)).contains(query.customer());
    }

    @Override
    public void take(PackedBytes.Reader rows) {
        int group = 0;
        while (!rows.isAtEnd()) {
            group += rows.number();
            int left = rows.number();
            boolean passing = passes[group];
            for (int title = 0; left > 0; left--) {
                title += rows.number();
                int hour = rows.number();
                int at = rows.number() * METRICS;
                if (passing && (chosen == null || chosen.get(title))) {
                    long[] sum = sums[hour];
                    for (int metric = 0; metric < METRICS; metric++) {
                        sum[metric] += figures[at + metric];
                    }
                }
            }
        }
    }

    /** By hour of the month and ordinal of the metric. */
    long[][] sums() {
        return sums;
    }
}
