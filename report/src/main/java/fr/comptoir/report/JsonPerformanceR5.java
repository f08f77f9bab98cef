package fr.comptoir.report;

import java.time.YearMonth;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The Performance of a report item (COUNTER_SUSHI API 5.0): the months that have usage, and in each the metrics that have. */
final class JsonPerformanceR5 {
    private final boolean totals;
    private final JsonBytes json;
    private final byte[][] metricTypes;
    private final byte[][] firstDays;
    private final byte[][] lastDays;
    private final byte[] period;
    private final byte[] beginDate;
    private final byte[] endDate;
    private final byte[] instance;
    private final byte[] metricType;
    private final byte[] count;

    JsonPerformanceR5(ReportHeader header, boolean indented) {
        this.totals = header.request().totals();
        this.json = new JsonBytes(indented);
        this.metricTypes = header.request().metricTypes().stream()
                .map(metric -> JsonBytes.text(metric.code()))
                .toArray(byte[][]::new);
        List<YearMonth> months = Months.from(header.begin(), header.end());
        this.firstDays = months.stream()
                .map(month -> JsonBytes.text(Months.firstDay(month)))
                .toArray(byte[][]::new);
        this.lastDays = months.stream()
                .map(month -> JsonBytes.text(Months.lastDay(month)))
                .toArray(byte[][]::new);
        this.period = json.name("Period");
        this.beginDate = json.name("Begin_Date");
        this.endDate = json.name("End_Date");
        this.instance = json.name("Instance");
        this.metricType = json.name("Metric_Type");
        this.count = json.name("Count");
    }

    void write(JsonGenerator generator, Usage usage) {
        generator.writeName("Performance");
        json.begin(generator);
        json.open('[');
        if (totals) {
            start(0, lastDays.length - 1);
            for (int metric = 0; metric < metricTypes.length; metric++) {
                instance(metric, usage.total(metric));
            }
            end();
        } else {
            for (int month = usage.firstMonth(); month <= usage.lastMonth(); month++) {
                month(usage, month);
            }
        }
        json.close(']');
        json.end(generator);
    }

    private void month(Usage usage, int month) {
        boolean started = false;
        for (int metric = 0; metric < metricTypes.length; metric++) {
            long of = usage.count(metric, month);
            if (of != 0 && !started) {
                start(month, month);
                started = true;
            }
            instance(metric, of);
        }
        if (started) {
            end();
        }
    }

    private void start(int firstMonth, int lastMonth) {
        json.element();
        json.open('{');
        json.name(period);
        json.open('{');
        json.member(beginDate, firstDays[firstMonth]);
        json.member(endDate, lastDays[lastMonth]);
        json.close('}');
        json.name(instance);
        json.open('[');
    }

    private void end() {
        json.close(']');
        json.close('}');
    }

    private void instance(int metric, long of) {
        if (of != 0) {
            json.element();
            json.open('{');
            json.member(metricType, metricTypes[metric]);
            json.name(count);
            json.value(of);
            json.close('}');
        }
    }
}
