package fr.comptoir.report;

import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactRow.Described;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * JSON of Release 5.1 (COUNTER API 5.1): one object for each parent, in it one for each item, in it one for each combination of
 * attributes, in it the metrics, in them the months.
 */
final class JsonBodyR51 implements JsonReportWriter.Body {
    private final ReportHeader header;
    private final JsonGenerator json;
    private final String platformId;
    private final String subjectName;
    private final Set<Column> columns = EnumSet.noneOf(Column.class);
    private final List<ItemId> itemIds;
    private final List<ItemId> parentIds;
    private final JsonUsageR51 usages;
    private final boolean nested;

    private boolean parentOpen;
    private boolean itemOpen;
    private @Nullable Described parent;
    private @Nullable Described item;

    JsonBodyR51(ReportHeader header, JsonGenerator json, boolean indented) {
        this.header = header;
        this.json = json;
        this.platformId = header.context().platformId();
        this.subjectName = header.report().subjectColumn().code();
        this.columns.addAll(header.request().columns());
        this.itemIds = ItemId.shown(header.release(), columns);
        this.parentIds = ItemId.shownOfParent(header.release(), columns);
        this.usages = new JsonUsageR51(header, columns, indented);
        this.nested = header.report().subject() == Subject.ITEM;
    }

    @Override
    public void header() {
        JsonReportWriter.title(json, header);
        organisation("Institution_ID", header.context().institution().ids());
        json.writeObjectPropertyStart("Report_Filters");
        header.filters().forEach((filter, values) -> {
            if (filter.isList()) {
                JsonReportWriter.strings(json, filter.code(header.release()), values);
            } else {
                json.writeStringProperty(filter.code(header.release()), values.get(0));
            }
        });
        json.writeStringProperty("Begin_Date", Months.firstDay(header.begin()));
        json.writeStringProperty("End_Date", Months.lastDay(header.end()));
        json.writeEndObject();
        attributes();
        exceptions();
        json.writeStringProperty("Created", header.context().created().toString());
        json.writeStringProperty("Created_By", header.context().createdBy());
        json.writeStringProperty("Registry_Record", header.context().registryRecord());
    }

    private void attributes() {
        Map<String, String> switches = header.switches("Granularity", "Totals");
        if (header.attributesToShow().isEmpty() && switches.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("Report_Attributes");
        header.attributesToShow().ifPresent(codes -> JsonReportWriter.strings(json, "Attributes_To_Show", codes));
        switches.forEach((name, value) -> json.writeStringProperty(name, value));
        json.writeEndObject();
    }

    private void exceptions() {
        if (header.exceptions().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("Exceptions");
        for (ReportException exception : header.exceptions()) {
            json.writeStartObject();
            json.writeNumberProperty("Code", exception.code().number());
            json.writeStringProperty("Message", exception.code().message());
            JsonReportWriter.optional(json, "Data", exception.data());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void usage(Usage usage) {
        if (nested) {
            enterParent(parentIds.isEmpty() ? null : usage.parent());
        }
        enterItem(usage.subjectOrNull());
        usages.write(json, usage);
    }

    @Override
    public void end() {
        leaveItem();
        leaveParent();
    }

    private void enterParent(@Nullable Described next) {
        if (parentOpen && Objects.equals(parent, next)) {
            return;
        }
        leaveItem();
        leaveParent();
        parentOpen = true;
        parent = next;
        json.writeStartObject();
        if (next != null) {
            parent(next);
        }
        json.writeArrayPropertyStart("Items");
    }

    private void leaveParent() {
        if (parentOpen) {
            json.writeEndArray();
            json.writeEndObject();
            parentOpen = false;
        }
    }

    private void enterItem(@Nullable Described next) {
        if (itemOpen && Objects.equals(item, next)) {
            return;
        }
        leaveItem();
        itemOpen = true;
        item = next;
        json.writeStartObject();
        if (next == null) {
            json.writeStringProperty("Platform", header.context().platform());
        } else {
            item(next);
        }
        json.writeArrayPropertyStart("Attribute_Performance");
    }

    private void leaveItem() {
        if (itemOpen) {
            json.writeEndArray();
            json.writeEndObject();
            itemOpen = false;
        }
    }

    private void item(Described next) {
        json.writeStringProperty(subjectName, next.name());
        json.writeStringProperty("Publisher", next.publisher());
        organisation("Publisher_ID", OrganisationIds.ofPublisher(next.publisherId(), platformId));
        json.writeStringProperty("Platform", header.context().platform());
        ids(next, itemIds);
        if (columns.contains(Column.AUTHORS)) {
            authors(next);
        }
        if (columns.contains(Column.PUBLICATION_DATE)) {
            JsonReportWriter.optional(json, "Publication_Date", next.publicationDate());
        }
        if (columns.contains(Column.ARTICLE_VERSION)) {
            JsonReportWriter.optional(json, "Article_Version", next.articleVersion());
        }
    }

    private void parent(Described next) {
        JsonReportWriter.optional(json, "Title", next.name());
        if (columns.contains(Column.PARENT_DATA_TYPE)) {
            JsonReportWriter.dataType(json, next.dataType());
        }
        ids(next, parentIds);
        if (columns.contains(Column.PARENT_AUTHORS)) {
            authors(next);
        }
        if (columns.contains(Column.PARENT_PUBLICATION_DATE)) {
            JsonReportWriter.optional(json, "Publication_Date", next.publicationDate());
        }
        if (columns.contains(Column.PARENT_ARTICLE_VERSION)) {
            JsonReportWriter.optional(json, "Article_Version", next.articleVersion());
        }
    }

    private void ids(Described described, List<ItemId> types) {
        json.writeObjectPropertyStart("Item_ID");
        for (ItemId type : types) {
            JsonReportWriter.optional(json, type.code(), type.value(described, platformId));
        }
        json.writeEndObject();
    }

    private void authors(Described described) {
        List<Author> authors = Author.reported(described.authors());
        if (authors.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("Authors");
        for (Author author : authors) {
            json.writeStartObject();
            json.writeStringProperty("Name", author.name());
            if (!author.namespace().isEmpty()) {
                json.writeStringProperty(author.namespace(), author.identifier());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void organisation(String name, OrganisationIds ids) {
        if (!ids.isEmpty()) {
            json.writeObjectPropertyStart(name);
            ids.values().forEach((namespace, values) -> JsonReportWriter.strings(json, namespace, values));
            json.writeEndObject();
        }
    }
}
