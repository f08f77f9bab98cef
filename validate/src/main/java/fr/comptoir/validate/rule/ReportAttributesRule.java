package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.declaration.ReportDeclaration;
import fr.comptoir.validate.declaration.Spelling;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.HeaderList;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Report_Attributes: only in master reports, names and values that exist, defaults left out (CoP sections 3.2.1 and 3.3.8). */
final class ReportAttributesRule implements HeaderRule {
    private static final Kind VIEW = Kind.error("attributes-in-view", "3.2.1");
    private static final Kind UNKNOWN =
            Kind.critical("attribute-unknown", "3.3.8").inR5("3.3.9");
    private static final Kind VALUE = Kind.critical("attribute-value", "3.3.8").inR5("3.3.9");
    private static final Kind SPELLING =
            Kind.error("attribute-spelling", "3.3.8").inR5("3.3.9");
    private static final Kind DEFAULT = Kind.error("attribute-default", "3.3.8").inR5("3.3.9");

    @Override
    public void check(Header header, Findings findings) {
        ReportDeclaration report = header.report;
        if (report == null) {
            return;
        }
        if (!report.isMaster() && !header.attributes.isEmpty()) {
            findings.add(
                    VIEW,
                    header.attributes.values().iterator().next().place(),
                    Sentence.of("attributes-in-view", "a standard view has no Report_Attributes"));
            return;
        }
        header.attributes.forEach((name, list) -> {
            if (!report.reportAttributes(header.json).contains(name)) {
                findings.add(
                        UNKNOWN,
                        list.place(),
                        header.json
                                ? Sentence.of(
                                        "attribute-unknown.json",
                                        "{0} is no attribute of {1} in JSON",
                                        name,
                                        report.id())
                                : Sentence.of(
                                        "attribute-unknown.table",
                                        "{0} is no attribute of {1} in tabular form",
                                        name,
                                        report.id()));
            } else if (name.equals("Attributes_To_Show")) {
                checkShown(report, list, findings);
            } else {
                checkSwitch(name, list, findings);
            }
        });
    }

    private static void checkShown(ReportDeclaration report, HeaderList list, Findings findings) {
        Set<String> allowed = report.attributesToShow();
        for (String value : list.values()) {
            if (allowed.contains(value) || value.indexOf(':') > 0) {
                continue;
            }
            String meant = Spelling.find(value, allowed);
            if (meant != null) {
                findings.add(
                        SPELLING,
                        list.place(),
                        Sentence.of(
                                "attribute-shown-spelling",
                                "Attributes_To_Show has \"{0}\"; it is spelt {1}",
                                value,
                                meant));
            } else {
                findings.add(
                        VALUE,
                        list.place(),
                        Sentence.of(
                                "attribute-value.shown",
                                "Attributes_To_Show has \"{0}\"; it can have {1}",
                                value,
                                String.join(", ", allowed)));
            }
        }
        if (new HashSet<>(list.values()).size() < list.values().size()) {
            findings.add(
                    SPELLING,
                    list.place(),
                    Sentence.of("attribute-spelling.twice", "Attributes_To_Show has a value twice"));
        }
    }

    private static void checkSwitch(String name, HeaderList list, Findings findings) {
        List<String> values = name.equals("Granularity") ? List.of("Month", "Totals") : List.of("False", "True");
        String value = String.join("|", list.values());
        if (value.equals(values.get(0))) {
            findings.add(
                    DEFAULT,
                    list.place(),
                    Sentence.of("attribute-default", "{0}={1} is the default and left out", name, value));
        } else if (!value.equals(values.get(1))) {
            String meant = Spelling.find(value, values);
            findings.add(
                    meant == null ? VALUE : SPELLING,
                    list.place(),
                    Sentence.of(
                            "attribute-value.two",
                            "{0} is \"{1}\"; it must be {2} or {3}",
                            name,
                            value,
                            values.get(0),
                            values.get(1)));
        }
    }
}
