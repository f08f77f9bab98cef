package fr.comptoir.validate.declaration;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.validate.declaration.DeclaredColumn.Shown;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the Code lays down for one report (CoP section 4).
 *
 * @param id for instance {@code TR_J1}
 * @param master id of the report that a standard view is a view of; null for a master report
 * @param columns in order, without Metric_Type, Reporting_Period_Total and months
 * @param metrics in report order
 * @param dataTypes Data_Type values that may occur
 * @param accessTypes Access_Type values that may occur; empty where the report knows none
 * @param filters what a user may set, beside Begin_Date and End_Date
 * @param presets fixed filters of a standard view without its metrics, in order
 */
public record ReportDeclaration(
        Release release,
        String id,
        String name,
        @Nullable String master,
        List<DeclaredColumn> columns,
        Set<MetricType> metrics,
        Set<String> dataTypes,
        Set<String> accessTypes,
        Set<String> filters,
        Map<String, List<String>> presets) {
    /** Columns that any master report may show on request, before all others and in this order (CoP 5.1, section 11.5). */
    public static final List<String> LEADING_EXTENSIONS = List.of(
            "Institution_Name",
            "Customer_ID",
            "Country_Name",
            "Country_Code",
            "Subdivision_Name",
            "Subdivision_Code",
            "Attributed");

    public boolean isMaster() {
        return master == null;
    }

    /** {@code PR}, {@code DR}, {@code TR} or {@code IR}. */
    public String family() {
        return master == null ? id : master;
    }

    /** The column with the name of what is counted: Platform, Database, Title or Item. */
    public String nameColumn() {
        return columns.get(0).name();
    }

    public boolean hasColumn(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    /** The values that Attributes_To_Show may have, common extensions included. */
    public Set<String> attributesToShow() {
        Set<String> names = new LinkedHashSet<>();
        if (isMaster()) {
            columns.stream()
                    .filter(column -> column.shown() == Shown.ON_REQUEST)
                    .forEach(column -> names.add(column.name()));
            names.addAll(LEADING_EXTENSIONS);
            if (id.equals("TR")) {
                names.add(release == Release.R5 ? "Format" : "Book_Segment_Count");
            }
        }
        return names;
    }

    /** The names that Report_Attributes may have. */
    public Set<String> reportAttributes(boolean json) {
        Set<String> names = new LinkedHashSet<>();
        if (isMaster()) {
            names.add("Attributes_To_Show");
            names.add(json ? "Granularity" : "Exclude_Monthly_Details");
            if (id.equals("IR")) {
                names.add("Include_Parent_Details");
                names.add("Include_Component_Details");
            }
        }
        return names;
    }
}
