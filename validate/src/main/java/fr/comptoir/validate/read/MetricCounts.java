package fr.comptoir.validate.read;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.validate.event.UsageRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counts of several metrics, each by month, filled again and again. */
final class MetricCounts {
    /** One metric. */
    static final class Line {
        String text = "";

        @Nullable
        MetricType metric;

        final long[] counts;

        private Line(int months) {
            counts = new long[months];
        }
    }

    private final int months;
    private final List<Line> lines = new ArrayList<>();
    private int used;

    MetricCounts(int months) {
        this.months = months;
    }

    void clear() {
        used = 0;
    }

    int size() {
        return used;
    }

    Line get(int at) {
        return lines.get(at);
    }

    /** The line of a metric, new and without counts if it is not there yet. */
    Line line(String text, @Nullable MetricType metric) {
        Line old = find(text);
        if (old != null) {
            return old;
        }
        if (used == lines.size()) {
            lines.add(new Line(months));
        }
        Line line = lines.get(used++);
        line.text = text;
        line.metric = metric;
        Arrays.fill(line.counts, UsageRow.ABSENT);
        return line;
    }

    @Nullable
    Line find(String text) {
        for (int at = 0; at < used; at++) {
            if (lines.get(at).text.equals(text)) {
                return lines.get(at);
            }
        }
        return null;
    }
}
