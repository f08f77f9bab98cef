package fr.comptoir.validate.rule;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.HeaderValue;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.regex.Pattern;

/** Registry_Record is the address of the platform in the COUNTER Registry, or blank (CoP 5.1, section 3.2.1). */
final class RegistryRecordRule implements HeaderRule {
    private static final Kind MISSING = Kind.critical("registry-record-missing", "3.2.1");
    private static final Kind BLANK = Kind.warning("registry-record-blank", "3.2.1");
    private static final Kind HOST = Kind.warning("registry-record-host", "3.2.1");
    private static final Kind FORM = Kind.error("registry-record", "3.2.1");
    private static final Pattern RECORD =
            Pattern.compile("https://registry\\.(?:countermetrics|projectcounter)\\.org/(platform|usage-data-host)/"
                    + "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @Override
    public void check(Header header, Findings findings) {
        if (header.release == Release.R5) {
            return;
        }
        HeaderValue record = header.values.get("Registry_Record");
        if (record == null) {
            findings.add(
                    MISSING,
                    header.place("Registry_Record"),
                    Sentence.of("registry-record-missing", "Registry_Record is missing; without a record it is blank"));
            return;
        }
        var parts = RECORD.matcher(record.text());
        if (record.text().isEmpty()) {
            findings.add(
                    BLANK,
                    record.place(),
                    Sentence.of(
                            "registry-record-blank", "Registry_Record is blank; a compliant provider has a record"));
        } else if (!parts.matches()) {
            findings.add(
                    FORM,
                    record.place(),
                    Sentence.of(
                            "registry-record",
                            "Registry_Record is \"{0}\"; it must be the platform's address in https://registry.countermetrics.org/",
                            record.text()));
        } else if (parts.group(1).equals("usage-data-host")) {
            findings.add(
                    HOST,
                    record.place(),
                    Sentence.of(
                            "registry-record-host",
                            "Registry_Record names a usage data host; a report of one platform names the platform"));
        }
    }
}
