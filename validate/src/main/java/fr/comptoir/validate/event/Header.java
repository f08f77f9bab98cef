package fr.comptoir.validate.event;

import fr.comptoir.model.code.Release;
import fr.comptoir.validate.declaration.ReportDeclaration;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header of a report as it was written, whatever its form (CoP 5.1, section 3.2.1). */
public final class Header {
    private static final Pattern MONTH = Pattern.compile("\\s*([0-9]{4})-([0-9]{2})(-[0-9]{2})?\\s*");

    public final boolean json;
    public final Release release;
    /** Null when the Report_ID is none of the release. */
    public final @Nullable ReportDeclaration report;
    /** Plain values by their name: Report_Name, Report_ID, Release, Institution_Name, Customer_ID, Created, ... */
    public final Map<String, HeaderValue> values = new LinkedHashMap<>();

    public final List<TypedValue> institutionIds = new ArrayList<>();
    /** Place of Institution_ID; null when there is none. */
    public @Nullable String institutionIdPlace;
    /** Filters by name, Metric_Type, Begin_Date and End_Date among them. */
    public final Map<String, HeaderList> filters = new LinkedHashMap<>();

    public final Map<String, HeaderList> attributes = new LinkedHashMap<>();
    public final List<DeclaredException> exceptions = new ArrayList<>();

    public Header(boolean json, Release release, @Nullable ReportDeclaration report) {
        this.json = json;
        this.release = release;
        this.report = report;
    }

    /** The place of an element of the header, whether it is there or not. */
    public String place(String name) {
        HeaderValue value = values.get(name);
        if (value != null) {
            return value.place();
        }
        return json ? "/Report_Header/" + name : HeaderRows.place(name);
    }

    public List<String> filter(String name) {
        HeaderList list = filters.get(name);
        return list == null ? List.of() : list.values();
    }

    /** Whether a switch of Report_Attributes is on. */
    public boolean isTrue(String attribute) {
        HeaderList list = attributes.get(attribute);
        return list != null && list.values().equals(List.of("True"));
    }

    public boolean hasException(int code) {
        return exceptions.stream().anyMatch(exception -> exception.code() == code);
    }

    /** The month of Begin_Date or End_Date, if it can be told. */
    public Optional<YearMonth> month(String filter) {
        List<String> dates = filter(filter);
        if (dates.size() != 1) {
            return Optional.empty();
        }
        Matcher month = MONTH.matcher(dates.get(0));
        if (!month.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
