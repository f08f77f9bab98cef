package fr.comptoir.validate.read;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.ReportEvents;
import fr.comptoir.validate.finding.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a report in JSON, as a stream. A body that stands before its header is read after it, by opening the file again. */
final class JsonReportReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(1 << 20)
                    .build())
            .build();

    private final Path file;
    private final Findings findings;
    private final ReportEvents events;
    private @Nullable Header header;
    private @Nullable Layout layout;
    private boolean headerSeen;
    private boolean itemsSeen;
    private boolean itemsRead;
    private boolean isException;
    private boolean noReport;

    JsonReportReader(Path file, Findings findings, ReportEvents events) {
        this.file = file;
        this.findings = findings;
        this.events = events;
    }

    void read() throws IOException {
        try {
            pass();
            if (header != null && layout != null && itemsSeen && !itemsRead) {
                pass();
            }
        } catch (JacksonException wrong) {
            String message = wrong.getOriginalMessage().replaceFirst(" \\(start marker at.*", "");
            TokenStreamLocation location = wrong.getLocation();
            String place = location == null || location.getLineNr() < 1
                    ? "file"
                    : "line " + location.getLineNr() + ", column " + location.getColumnNr();
            findings.add(
                    Form.JSON_SYNTAX,
                    place,
                    Sentence.of("json-syntax.broken", "it is no JSON from here on: {0}", What.said(message)));
            return;
        }
        finish();
    }

    private void pass() throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in);
                JsonTokens tokens = new JsonTokens(parser)) {
            if (tokens.next() != JsonToken.START_OBJECT) {
                noReport = true;
                return;
            }
            JsonCursor json = new JsonCursor(tokens, findings);
            json.object(What.THE_REPORT, name -> member(json, name));
            if (tokens.next() != null && !noReport) {
                findings.add(
                        Form.JSON_SYNTAX, "/", Sentence.of("json-syntax.after", "something follows after the report"));
            }
        }
    }

    private void member(JsonCursor json, String name) {
        switch (name) {
            case "Report_Header" -> {
                if (header != null) {
                    json.tokens.skipChildren();
                } else {
                    readHeader(json);
                }
            }
            case "Report_Items" -> {
                itemsSeen = true;
                if (layout == null || itemsRead) {
                    json.tokens.skipChildren();
                } else {
                    itemsRead = true;
                    JsonBody body = layout.report.release() == Release.R5
                            ? new JsonBodyR5(json, layout, events)
                            : new JsonBodyR51(json, layout, events);
                    body.read();
                }
            }
            default -> {
                isException |= name.equals("Code") && !headerSeen;
                if (headerSeen) {
                    json.unknown(name, What.REPORT);
                } else {
                    json.tokens.skipChildren();
                }
            }
        }
    }

    private void readHeader(JsonCursor json) {
        headerSeen = true;
        header = new JsonHeaderReader(findings).read(JsonTree.read(json.tokens));
        if (header != null) {
            layout = Layout.of(header).orElse(null);
            events.header(header, layout, layout == null ? NoPlaces.INSTANCE : new JsonPlaces(layout));
        }
    }

    private void finish() {
        if (!headerSeen) {
            findings.add(
                    Form.NOT_A_REPORT,
                    "/Report_Header",
                    isException
                            ? Sentence.of(
                                    "not-a-report.exception",
                                    "it is no report, but the exception of a server that refused to make one")
                            : noReport
                                    ? Sentence.of(
                                            "not-a-report.object",
                                            "it is no report, which is an object with Report_Header and Report_Items")
                                    : Sentence.of("missing", "{0} is missing", "Report_Header"));
            return;
        }
        if (!itemsSeen) {
            findings.add(
                    Form.JSON_MISSING,
                    "/Report_Items",
                    Sentence.of(
                            "json-element-missing.items",
                            "Report_Items is missing; without usage it is an empty array"));
        }
        if (header == null) {
            return;
        }
        if (layout == null) {
            findings.add(
                    Form.BODY_UNCHECKED,
                    "/Report_Items",
                    Sentence.of(
                            "body-not-checked.json",
                            "what is wrong in Report_Header keeps Report_Items from being read"));
            return;
        }
        events.end();
    }
}
