package fr.comptoir.report;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.fact.FactRow.Described;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * JSON of Release 5 (COUNTER_SUSHI API 5.0): one report item for each combination of an item and its attributes, in it the months, in
 * them the metrics. A parent that is a database has no Data_Type: Release 5 knows none for it.
 */
final class JsonBodyR5 implements JsonReportWriter.Body {
    private final ReportHeader header;
    private final JsonGenerator json;
    private final String platformId;
    private final String subjectName;
    private final Set<Column> columns = EnumSet.noneOf(Column.class);
    private final List<ItemId> itemIds;
    private final List<ItemId> parentIds;
    private final JsonPerformanceR5 performance;

    JsonBodyR5(ReportHeader header, JsonGenerator json, boolean indented) {
        this.header = header;
        this.json = json;
        this.platformId = header.context().platformId();
        this.subjectName = header.report().subjectColumn().code();
        this.columns.addAll(header.request().columns());
        this.itemIds = ItemId.shown(header.release(), columns);
        this.parentIds = ItemId.shownOfParent(header.release(), columns);
        this.performance = new JsonPerformanceR5(header, indented);
    }

    @Override
    public void header() {
        JsonReportWriter.title(json, header);
        organisation("Institution_ID", header.context().institution().ids());
        json.writeStringProperty("Customer_ID", header.context().institution().customerId());
        json.writeArrayPropertyStart("Report_Filters");
        header.filters().forEach((filter, values) -> pair(filter.code(header.release()), String.join("|", values)));
        pair("Begin_Date", Months.firstDay(header.begin()));
        pair("End_Date", Months.lastDay(header.end()));
        json.writeEndArray();
        attributes();
        exceptions();
        json.writeStringProperty("Created", header.context().created().toString());
        json.writeStringProperty("Created_By", header.context().createdBy());
    }

    private void attributes() {
        Map<String, String> switches = header.switches("Granularity", "Totals");
        if (header.attributesToShow().isEmpty() && switches.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("Report_Attributes");
        header.attributesToShow().ifPresent(codes -> pair("Attributes_To_Show", String.join("|", codes)));
        switches.forEach(this::pair);
        json.writeEndArray();
    }

    private void exceptions() {
        if (header.exceptions().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("Exceptions");
        for (ReportException exception : header.exceptions()) {
            json.writeStartObject();
            json.writeNumberProperty("Code", exception.code().number());
            json.writeStringProperty("Severity", exception.severity().code());
            json.writeStringProperty("Message", exception.code().message());
            JsonReportWriter.optional(json, "Data", exception.data());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void pair(String name, String value) {
        json.writeStartObject();
        json.writeStringProperty("Name", name);
        json.writeStringProperty("Value", value);
        json.writeEndObject();
    }

    @Override
    public void usage(Usage usage) {
        json.writeStartObject();
        if (usage.subjectOrNull() == null) {
            json.writeStringProperty("Platform", header.context().platform());
        } else {
            item(usage.subject());
        }
        if (!parentIds.isEmpty() && usage.parent() != null) {
            parent(usage.parent());
        }
        JsonReportWriter.attributes(json, header.context(), columns, usage);
        performance.write(json, usage);
        json.writeEndObject();
    }

    @Override
    public void end() {
        // Every report item was closed when it was written.
    }

    private void item(Described item) {
        json.writeStringProperty(subjectName, item.name());
        json.writeStringProperty("Publisher", item.publisher());
        organisation("Publisher_ID", OrganisationIds.ofPublisher(item.publisherId(), platformId));
        json.writeStringProperty("Platform", header.context().platform());
        ids(item, itemIds);
        if (columns.contains(Column.AUTHORS)) {
            contributors(item);
        }
        if (columns.contains(Column.PUBLICATION_DATE)) {
            typed("Item_Dates", "Publication_Date", item.publicationDate());
        }
        if (columns.contains(Column.ARTICLE_VERSION)) {
            typed("Item_Attributes", "Article_Version", item.articleVersion());
        }
    }

    private void parent(Described parent) {
        json.writeObjectPropertyStart("Item_Parent");
        JsonReportWriter.optional(json, "Item_Name", parent.name());
        ids(parent, parentIds);
        if (columns.contains(Column.PARENT_AUTHORS)) {
            contributors(parent);
        }
        if (columns.contains(Column.PARENT_PUBLICATION_DATE)) {
            typed("Item_Dates", "Publication_Date", parent.publicationDate());
        }
        if (columns.contains(Column.PARENT_ARTICLE_VERSION)) {
            typed("Item_Attributes", "Article_Version", parent.articleVersion());
        }
        if (columns.contains(Column.PARENT_DATA_TYPE) && parent.dataType() != DataType.DATABASE) {
            JsonReportWriter.dataType(json, parent.dataType());
        }
        json.writeEndObject();
    }

    private void ids(Described described, List<ItemId> types) {
        json.writeArrayPropertyStart("Item_ID");
        for (ItemId type : types) {
            String value = type.value(described, platformId);
            if (!value.isEmpty()) {
                typed(type.code(), value);
            }
        }
        json.writeEndArray();
    }

    private void contributors(Described described) {
        List<Author> authors = Author.reported(described.authors());
        if (authors.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("Item_Contributors");
        for (Author author : authors) {
            json.writeStartObject();
            json.writeStringProperty("Type", "Author");
            json.writeStringProperty("Name", author.name());
            if (!author.namespace().isEmpty()) {
                json.writeStringProperty("Identifier", author.namespace() + ":" + author.identifier());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void organisation(String name, OrganisationIds ids) {
        if (ids.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(name);
        ids.values().forEach((namespace, values) -> typed(namespace, String.join("|", values)));
        json.writeEndArray();
    }

    private void typed(String array, String type, String value) {
        if (!value.isEmpty()) {
            json.writeArrayPropertyStart(array);
            typed(type, value);
            json.writeEndArray();
        }
    }

    private void typed(String type, String value) {
        json.writeStartObject();
        json.writeStringProperty("Type", type);
        json.writeStringProperty("Value", value);
        json.writeEndObject();
    }
}
