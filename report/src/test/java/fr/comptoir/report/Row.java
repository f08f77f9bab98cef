package fr.comptoir.report;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactRow.Described;
import java.time.YearMonth;

/** Builds rows of facts; an attribute that is not said is not shown. */
final class Row {
    private Described subject;
    private Described parent;
    private DataType dataType;
    private SectionType sectionType;
    private int yop;
    private AccessType accessType;
    private AccessMethod accessMethod;
    private final long[] counts = new long[MetricType.values().length];

    static Row of(Described subject) {
        Row row = new Row();
        row.subject = subject;
        return row;
    }

    Row in(Described value) {
        parent = value;
        return this;
    }

    Row is(DataType value) {
        dataType = value;
        return this;
    }

    Row is(SectionType value) {
        sectionType = value;
        return this;
    }

    Row is(int year) {
        yop = year;
        return this;
    }

    Row is(AccessType value) {
        accessType = value;
        return this;
    }

    Row is(AccessMethod value) {
        accessMethod = value;
        return this;
    }

    Row count(MetricType metric, long count) {
        counts[metric.ordinal()] = count;
        return this;
    }

    /** Total_Item_Investigations, Total_Item_Requests, Unique_Item_Investigations, Unique_Item_Requests. */
    Row items(long investigations, long requests, long uniqueInvestigations, long uniqueRequests) {
        return count(MetricType.TOTAL_ITEM_INVESTIGATIONS, investigations)
                .count(MetricType.TOTAL_ITEM_REQUESTS, requests)
                .count(MetricType.UNIQUE_ITEM_INVESTIGATIONS, uniqueInvestigations)
                .count(MetricType.UNIQUE_ITEM_REQUESTS, uniqueRequests);
    }

    Row titles(long uniqueInvestigations, long uniqueRequests) {
        return count(MetricType.UNIQUE_TITLE_INVESTIGATIONS, uniqueInvestigations)
                .count(MetricType.UNIQUE_TITLE_REQUESTS, uniqueRequests);
    }

    FactRow at(String month) {
        return new FactRow(
                subject,
                parent,
                dataType,
                sectionType,
                yop,
                accessType,
                accessMethod,
                YearMonth.parse(month),
                counts.clone());
    }
}
