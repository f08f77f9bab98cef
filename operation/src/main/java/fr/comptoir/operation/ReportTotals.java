package fr.comptoir.operation;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.site.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a COUNTER report adds up to by Metric_Type, read out of its tab-separated form as it is written; none of it is kept. */
public final class ReportTotals {
    private static final String METRIC = "Metric_Type";
    private static final String TOTAL = "Reporting_Period_Total";

    private ReportTotals() {}

    /**
     * Adds up.
     *
     * @param report in its tab-separated form
     * @return the metrics that the report has rows of
     */
    public static Map<MetricType, Long> of(MakeReport report) throws IOException, InputException {
        Lines lines = new Lines();
        report.write(lines);
        return lines.totals;
    }

    private static final class Lines extends OutputStream {
        private final Map<MetricType, Long> totals = new EnumMap<>(MetricType.class);
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private List<String> headings = List.of();
        private boolean isBody;

        @Override
        public void write(int next) {
            if (next == '\n') {
                end(line.toString(StandardCharsets.UTF_8).stripTrailing());
                line.reset();
            } else {
                line.write(next);
            }
        }

        @Override
        public void write(byte[] buffer, int from, int length) {
            for (int i = from; i < from + length; i++) {
                write(buffer[i]);
            }
        }

        /** A blank line ends the header. */
        private void end(String text) {
            if (!isBody) {
                isBody = text.isEmpty();
                return;
            }
            List<String> cells = Arrays.asList(text.split("\t", -1));
            if (headings.isEmpty()) {
                headings = cells;
                return;
            }
            MetricType metric =
                    MetricType.of(cells.get(headings.indexOf(METRIC))).orElseThrow();
            totals.merge(metric, Long.valueOf(cells.get(headings.indexOf(TOTAL))), Long::sum);
        }
    }
}
