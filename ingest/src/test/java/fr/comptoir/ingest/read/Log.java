package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.input.KnownInputs;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.UserIdentity;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.site.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads lines as a whole program would, and keeps what came of them in a form that tests can look at. */
final class Log {
    static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    /** One row with its dictionaries' texts. */
    record Row(
            Instant time,
            LocalDate day,
            long user,
            UserIdentity identity,
            long session,
            long address,
            long network48,
            long network64,
            int agent,
            String organisation,
            String customers,
            String item,
            ActionKind kind,
            String format,
            AccessMethod accessMethod,
            int accessTypeR5,
            String pageRule,
            String arrival,
            AccessRoute route,
            int input,
            int line,
            int part) {

        /** What does not change with the place of the line. */
        Row anywhere() {
            return new Row(
                    time,
                    day,
                    user,
                    identity,
                    session,
                    address,
                    network48,
                    network64,
                    agent,
                    organisation,
                    customers,
                    item,
                    kind,
                    format,
                    accessMethod,
                    accessTypeR5,
                    pageRule,
                    arrival,
                    route,
                    0,
                    0,
                    part);
        }

        AccessType typeR5() {
            return AccessType.values()[accessTypeR5];
        }
    }

    /** What came of reading. */
    record Read(IngestResult result, List<Row> rows, List<String> rejects, int batches) {
        Ledger ledger() {
            Ledger ledger = new Ledger();
            result.records().forEach(record -> ledger.add(record.ledger()));
            return ledger;
        }

        InputRecord record() {
            return result.records().get(0);
        }
    }

    private Log() {}

    /** A line of the combined format at 2024-06-15 12:00:00 in Paris. */
    static String line(String request, int status) {
        return line(request, status, BROWSER);
    }

    static String line(String request, int status, String agent) {
        return "192.0.2.7 - - [15/Jun/2024:10:00:00 +0000] \"" + request + "\" " + status + " 512 \"-\" \"" + agent
                + "\"";
    }

    static Read read(Site site, String... lines) {
        return readText(site, String.join("\n", lines) + "\n");
    }

    static Read readText(Site site, String text) {
        try {
            return read(
                    site.rules(),
                    IngestOptions.DEFAULT.withThreads(1),
                    List.of(Input.STANDARD_INPUT),
                    new KnownInputs(List.of()),
                    1,
                    new ByteArrayInputStream(text.getBytes(UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InputException wrong) {
            throw new AssertionError(wrong);
        }
    }

    static Read read(
            JudgeRules rules,
            IngestOptions options,
            List<Input> inputs,
            KnownInputs known,
            int firstNumber,
            InputStream standardInput)
            throws IOException, InputException {
        List<Row> rows = new ArrayList<>();
        List<String> rejects = new ArrayList<>();
        int[] batches = {0};
        IngestResult result = new Ingest(rules, options)
                .read(
                        inputs,
                        known,
                        firstNumber,
                        standardInput,
                        batch -> {
                            batches[0]++;
                            addRows(batch, rows);
                        },
                        (input, line, text) -> rejects.add(input + ":" + line + ":" + new String(text, UTF_8)),
                        (read, total) -> {});
        return new Read(result, rows, rejects, batches[0]);
    }

    static void addRows(Actions batch, List<Row> rows) {
        Actions.Dictionaries names = batch.dictionaries;
        for (int i = 0; i < batch.size; i++) {
            rows.add(new Row(
                    Instant.ofEpochMilli(batch.time[i]),
                    LocalDate.ofEpochDay(batch.day[i]),
                    batch.user[i],
                    UserIdentity.values()[batch.userIdentity[i]],
                    batch.session[i],
                    names.addresses().hash(batch.address[i]),
                    names.addresses().network48(batch.address[i]),
                    names.addresses().network64(batch.address[i]),
                    batch.agent[i],
                    names.organisations().text(batch.organisation[i]),
                    names.customers().text(batch.customers[i]),
                    batch.item[i] == Actions.NO_ITEM ? "" : names.items().text(batch.item[i]),
                    ActionKind.of(batch.kind[i]),
                    names.formats().text(batch.format[i]),
                    AccessMethod.values()[batch.accessMethod[i]],
                    batch.accessTypeR5[i],
                    names.pageRules().text(batch.pageRule[i]),
                    names.arrivals().text(batch.arrival[i]),
                    AccessRoute.of(batch.route[i]),
                    batch.input[i],
                    batch.line[i],
                    batch.part[i]));
        }
    }
}
