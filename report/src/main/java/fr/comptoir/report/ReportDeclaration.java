package fr.comptoir.report;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.HostType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.report.DeclaredColumn.Presence;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A report of the Code as data (CoP 5.1 and 5.0.3, section 4): to be read beside its table there.
 *
 * @param id as in headers: {@code TR_J1}
 * @param name as in headers
 * @param hostTypes platforms of which the Code requires it; others may offer it
 * @param master id of the master report whose usage it shows; its own for a master report
 * @param subject what a row is about
 * @param columns in order, without Metric_Type, Reporting_Period_Total and the months, which end every report
 * @param metricTypes in order
 * @param dataTypes that may occur, and be asked for in a master report
 * @param accessTypes that may be asked for; empty where the report does not tell them apart
 * @param filters that may be asked for
 * @param presets filters that a standard view always has and always writes in its header
 */
public record ReportDeclaration(
        Release release,
        String id,
        String name,
        Set<HostType> hostTypes,
        Kind kind,
        String master,
        Subject subject,
        List<DeclaredColumn> columns,
        List<MetricType> metricTypes,
        List<DataType> dataTypes,
        List<AccessType> accessTypes,
        Set<Filter> filters,
        Filters presets) {

    /** How much of a report can be chosen. */
    public enum Kind {
        /** Filters and attributes can be chosen. */
        MASTER,
        /** A master report with filters and columns set by the Code: only the months can be chosen. */
        STANDARD_VIEW
    }

    static ReportDeclaration master(
            Release release,
            String id,
            String name,
            Set<HostType> hostTypes,
            Subject subject,
            List<DeclaredColumn> columns,
            List<MetricType> metricTypes,
            List<DataType> dataTypes,
            List<AccessType> accessTypes,
            Set<Filter> furtherFilters) {
        Set<Filter> filters = EnumSet.copyOf(Filter.COMMON);
        filters.addAll(furtherFilters);
        if (release == Release.R5_1) {
            filters.add(Filter.ATTRIBUTED);
        }
        return new ReportDeclaration(
                release,
                id,
                name,
                hostTypes,
                Kind.MASTER,
                id,
                subject,
                columns,
                metricTypes,
                dataTypes,
                accessTypes,
                Set.copyOf(filters),
                Filters.NONE);
    }

    /** A standard view of this master report; its metrics are a preset too. */
    ReportDeclaration view(
            String viewId,
            String viewName,
            Set<HostType> viewHostTypes,
            List<DeclaredColumn> viewColumns,
            List<MetricType> viewMetricTypes,
            List<DataType> viewDataTypes,
            Filters.Builder viewPresets) {
        return new ReportDeclaration(
                release,
                viewId,
                viewName,
                viewHostTypes,
                Kind.STANDARD_VIEW,
                id,
                subject,
                viewColumns,
                viewMetricTypes,
                viewDataTypes,
                accessTypes,
                Set.of(Filter.PLATFORM),
                viewPresets.metricTypes(viewMetricTypes).build());
    }

    public boolean isMaster() {
        return kind == Kind.MASTER;
    }

    /** The column that names what a row is about: Platform, Database, Title or Item. */
    Column subjectColumn() {
        return columns(Presence.ALWAYS).get(0);
    }

    /** Whether items are shown with their parents, when asked for. */
    boolean hasParentDetails() {
        return !columns(Presence.PARENT_DETAILS).isEmpty();
    }

    /** {@code TR of Release 5.1}, for sentences. */
    String title() {
        return id + " of Release " + release.code();
    }

    /** The values that Attributes_To_Show may name, in the order of the columns. */
    public List<Column> attributesToShow() {
        return columns.stream()
                .filter(column ->
                        column.presence() == Presence.ATTRIBUTE_TO_SHOW || column.presence() == Presence.EXTENSION)
                .map(DeclaredColumn::column)
                .toList();
    }

    /** The columns that are there under one condition. */
    public List<Column> columns(Presence presence) {
        return columns.stream()
                .filter(column -> column.presence() == presence)
                .map(DeclaredColumn::column)
                .toList();
    }
}
