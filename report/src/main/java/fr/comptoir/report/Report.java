package fr.comptoir.report;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactSource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A COUNTER report, ready to be written. Without usage it is written all the same, with the exception that says why. Memory does not grow
 * with the number of rows. Immutable; writing it twice asks the facts twice.
 */
public final class Report {
    private final ReportRequest request;
    private final ReportContext context;
    private final ReportingPeriod period;
    private final List<ReportException> exceptions;

    private Report(
            ReportRequest request, ReportContext context, ReportingPeriod period, List<ReportException> exceptions) {
        this.request = request;
        this.context = context;
        this.period = period;
        this.exceptions = List.copyOf(exceptions);
    }

    /**
     * A report of the months that are there.
     *
     * @param ignored what was left out of the request, to be told in the header; empty when nothing was
     */
    public static Report of(
            ReportRequest request, ReportContext context, Availability availability, List<ReportException> ignored) {
        ReportingPeriod period = ReportingPeriod.of(request.begin(), request.end(), availability);
        List<ReportException> exceptions = new ArrayList<>(period.exceptions());
        exceptions.addAll(ignored);
        if (request.componentDetails()) {
            exceptions.add(noComponents(request.report().release()));
        }
        return new Report(request, context, period, exceptions);
    }

    /** A report of the months that are there, for a request of which nothing was left out. */
    public static Report of(ReportRequest request, ReportContext context, Availability availability) {
        return of(request, context, availability, List.of());
    }

    /** Release 5 has no exception of its own for components: they are an attribute that is ignored (CoP 5.0.3, appendix F). */
    private static ReportException noComponents(Release release) {
        return switch (release) {
            case R5 ->
                new ReportException(ExceptionCode.INVALID_ATTRIBUTE_VALUE, ReportRequest.COMPONENT_DETAILS + "=True");
            case R5_1 -> new ReportException(ExceptionCode.COMPONENTS_NOT_SUPPORTED, "");
        };
    }

    public ReportRequest request() {
        return request;
    }

    /** The months represented, with the exceptions that come of them. */
    public ReportingPeriod period() {
        return period;
    }

    /** The exceptions that are known before the facts are asked; 3030 is not. */
    public List<ReportException> exceptions() {
        return exceptions;
    }

    /**
     * Writes the report; the stream is flushed and left open. JSON is compact.
     *
     * @return the exceptions in its header
     * @throws FormatLimitException when a workbook cannot hold the report; what was written is of no use
     * @throws IOException when the facts cannot be read or the stream not written
     */
    public List<ReportException> write(FactSource facts, ReportFormat format, OutputStream out) throws IOException {
        return write(facts, format, false, out);
    }

    /**
     * Writes the report as {@link #write(FactSource, ReportFormat, OutputStream)} does.
     *
     * @param indented JSON with line ends and blanks, to be read by people; nothing to the other forms
     */
    public List<ReportException> write(FactSource facts, ReportFormat format, boolean indented, OutputStream out)
            throws IOException {
        return told(facts, header -> format.writer(header, indented, out));
    }

    /** Gives the rows of the tabular form, header rows first, to somebody who lays them out. */
    public List<ReportException> rows(FactSource facts, Sheet sheet) throws IOException {
        return told(facts, header -> new TabularReportWriter(header, sheet));
    }

    private List<ReportException> told(FactSource facts, Function<ReportHeader, ReportWriter> writer)
            throws IOException {
        Writing writing = new Writing(writer);
        if (period.isProcessed()) {
            Usage usage = new Usage(request.metricTypes(), period.begin(), period.end());
            Folding folding = new Folding(usage, request.filters(), writing);
            facts.rows(query(), folding);
            folding.finish();
        }
        return writing.end();
    }

    /** The question to the facts. */
    FactQuery query() {
        Filters filters = request.filters();
        Set<FactQuery.Attribute> shown = request.columns().stream()
                .map(Column::attribute)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FactQuery.Attribute.class)));
        if (!filters.parentDataTypes().isEmpty()) {
            shown.add(FactQuery.Attribute.PARENT);
        }
        return new FactQuery(
                request.report().subject(),
                request.report().release(),
                request.customer(),
                period.begin(),
                period.end(),
                EnumSet.copyOf(request.metricTypes()),
                filters.dataTypes(),
                filters.sectionTypes(),
                filters.yop(),
                filters.accessTypes(),
                filters.accessMethods(),
                filters.itemId(),
                filters.database(),
                shown,
                shown.contains(FactQuery.Attribute.CUSTOMER) ? context.memberIds() : List.of(),
                filters.attributed());
    }

    private List<ReportException> exceptions(boolean hasUsage) {
        List<ReportException> all = new ArrayList<>(exceptions);
        boolean explained = period.exceptions().stream()
                .anyMatch(exception -> exception.code() != ExceptionCode.PARTIAL_DATA_RETURNED);
        if (!hasUsage && !explained) {
            all.add(new ReportException(ExceptionCode.NO_USAGE_AVAILABLE, ""));
        }
        all.sort(Comparator.comparingInt(exception -> exception.code().number()));
        return all;
    }

    /** The header waits for the first usage, because it says when there is none. */
    private final class Writing implements Folding.Sink {
        private final Function<ReportHeader, ReportWriter> made;
        private @Nullable ReportWriter writer;
        private List<ReportException> told = List.of();

        Writing(Function<ReportHeader, ReportWriter> made) {
            this.made = made;
        }

        @Override
        public void usage(Usage usage) throws IOException {
            begun(true).usage(usage);
        }

        List<ReportException> end() throws IOException {
            begun(false).end();
            return told;
        }

        private ReportWriter begun(boolean hasUsage) throws IOException {
            ReportWriter mine = writer;
            if (mine == null) {
                told = exceptions(hasUsage);
                ReportHeader header = new ReportHeader(request, context, period.begin(), period.end(), told);
                mine = made.apply(header);
                mine.begin();
                writer = mine;
            }
            return mine;
        }
    }
}
