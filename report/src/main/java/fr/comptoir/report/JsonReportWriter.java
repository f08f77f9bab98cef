package fr.comptoir.report;

import fr.comptoir.model.code.DataType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The JSON form, UTF-8 without byte order mark, compact unless people shall read it; each release has its own header and items. */
final class JsonReportWriter implements ReportWriter {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final JsonGenerator json;
    private final Body body;

    private JsonReportWriter(JsonGenerator json, Body body) {
        this.json = json;
        this.body = body;
    }

    /** What differs between the releases. */
    interface Body {
        /** Writes the members of Report_Header. */
        void header();

        /** Writes into the array Report_Items. */
        void usage(Usage usage);

        /** Closes what is open within Report_Items. */
        void end();
    }

    static JsonReportWriter of(ReportHeader header, boolean indented, OutputStream out) {
        JsonGenerator json = FACTORY.createGenerator(
                indented ? new Indented() : ObjectWriteContext.empty(), new BufferedOutputStream(out, BUFFER_BYTES));
        return new JsonReportWriter(
                json,
                switch (header.release()) {
                    case R5 -> new JsonBodyR5(header, json, indented);
                    case R5_1 -> new JsonBodyR51(header, json, indented);
                });
    }

    /** Two blanks a level, LF, each element of an array on its own line. */
    private static final class Indented extends ObjectWriteContext.Base {
        private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    @Override
    public void begin() throws IOException {
        write(() -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("Report_Header");
            body.header();
            json.writeEndObject();
            json.writeArrayPropertyStart("Report_Items");
        });
    }

    @Override
    public void usage(Usage usage) throws IOException {
        write(() -> body.usage(usage));
    }

    @Override
    public void end() throws IOException {
        write(() -> {
            body.end();
            json.writeEndArray();
            json.writeEndObject();
            json.close();
        });
    }

    /** Jackson wraps the stream's exceptions; ours are the stream's own. */
    private static void write(Runnable step) throws IOException {
        try {
            step.run();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** Writes the members that both releases' headers begin with. */
    static void title(JsonGenerator json, ReportHeader header) {
        json.writeStringProperty("Report_Name", header.report().name());
        json.writeStringProperty("Report_ID", header.report().id());
        json.writeStringProperty("Release", header.release().code());
        json.writeStringProperty(
                "Institution_Name", header.context().institution().name());
    }

    static void optional(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /** Writes the members that tell one usage of an item from another, those that are shown. */
    static void attributes(JsonGenerator json, ReportContext context, Set<Column> columns, Usage usage) {
        String customer = usage.customer();
        if (customer != null && columns.contains(Column.INSTITUTION_NAME)) {
            json.writeStringProperty("Institution_Name", context.memberName(customer));
        }
        if (customer != null && columns.contains(Column.CUSTOMER_ID)) {
            json.writeStringProperty("Customer_ID", customer);
        }
        Boolean attributed = usage.attributed();
        if (attributed != null) {
            json.writeStringProperty("Attributed", Filters.yesOrNo(attributed));
        }
        dataType(json, usage.dataType());
        if (usage.sectionType() != null) {
            json.writeStringProperty("Section_Type", usage.sectionType().code());
        }
        if (usage.yop() != 0) {
            json.writeStringProperty("YOP", Filters.yop(usage.yop()));
        }
        if (usage.accessType() != null) {
            json.writeStringProperty("Access_Type", usage.accessType().code());
        }
        if (usage.accessMethod() != null) {
            json.writeStringProperty("Access_Method", usage.accessMethod().code());
        }
        if (usage.format() != null) {
            json.writeStringProperty("Format", usage.format().code());
        }
    }

    static void dataType(JsonGenerator json, @Nullable DataType dataType) {
        if (dataType != null) {
            json.writeStringProperty("Data_Type", dataType.code());
        }
    }
}
