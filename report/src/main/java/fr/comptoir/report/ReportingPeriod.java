package fr.comptoir.report;

import fr.comptoir.report.ExceptionCode.Severity;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The months that a report represents, and why they are not those asked for. The header says these months, the exceptions name those
 * asked for (CoP 5.1, section 5.1 and table 3.f). When none of the months asked for has been processed, the header keeps them, up to the
 * last one that could have been.
 *
 * @param begin first month
 * @param end last month
 * @param isProcessed whether at least one of the months has been processed
 * @param exceptions 3031, 3032 and 3040, in the order of their numbers
 */
public record ReportingPeriod(YearMonth begin, YearMonth end, boolean isProcessed, List<ReportException> exceptions) {
    public ReportingPeriod {
        exceptions = List.copyOf(exceptions);
    }

    /** The period for a request of these months. */
    public static ReportingPeriod of(YearMonth begin, YearMonth end, Availability availability) {
        String request = "Request was for " + begin + " to " + end + "; however, ";
        YearMonth reportable = availability.current().minusMonths(1);
        YearMonth cut = end.isAfter(reportable) && !begin.isAfter(reportable) ? reportable : end;
        YearMonth first = availability.first().orElse(null);
        YearMonth last = availability.last().orElse(null);
        if (first == null || last == null) {
            return unprocessed(begin, cut, request + "no usage is available yet.");
        }
        if (begin.isAfter(last)) {
            return unprocessed(begin, cut, request + "usage is only available to " + last + ".");
        }
        if (end.isBefore(first)) {
            return new ReportingPeriod(begin, cut, false, List.of(gone(request, first, Severity.ERROR)));
        }
        YearMonth from = begin.isBefore(first) ? first : begin;
        YearMonth to = end.isAfter(last) ? last : end;
        return represented(begin, end, from, to, request, availability);
    }

    private static ReportingPeriod represented(
            YearMonth begin, YearMonth end, YearMonth from, YearMonth to, String request, Availability availability) {
        List<YearMonth> missing = new ArrayList<>(Months.from(from, to));
        boolean nothing = !missing.removeAll(availability.counted());
        List<ReportException> exceptions = new ArrayList<>();
        if (nothing) {
            exceptions.add(notReady(request + "no usage is available for " + list(missing) + ".", Severity.ERROR));
        } else if (end.isAfter(to)) {
            exceptions.add(notReady(request + "usage is only available to " + to + ".", Severity.WARNING));
        }
        if (begin.isBefore(from)) {
            exceptions.add(gone(request, from, Severity.WARNING));
        }
        if (!nothing && !missing.isEmpty()) {
            exceptions.add(new ReportException(
                    ExceptionCode.PARTIAL_DATA_RETURNED, request + "no usage is available for " + list(missing) + "."));
        }
        return new ReportingPeriod(from, to, !nothing, exceptions);
    }

    private static ReportingPeriod unprocessed(YearMonth begin, YearMonth end, String data) {
        return new ReportingPeriod(begin, end, false, List.of(notReady(data, Severity.ERROR)));
    }

    private static ReportException notReady(String data, Severity severity) {
        return new ReportException(ExceptionCode.USAGE_NOT_READY, severity, data);
    }

    private static ReportException gone(String request, YearMonth first, Severity severity) {
        return new ReportException(
                ExceptionCode.USAGE_NO_LONGER_AVAILABLE,
                severity,
                request + "usage is only available from " + first + ".");
    }

    private static String list(List<YearMonth> months) {
        return String.join(", ", months.stream().map(YearMonth::toString).toList());
    }
}
