package fr.comptoir.validate.rule;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.declaration.Spelling;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.HeaderValue;
import fr.comptoir.validate.event.TypedValue;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.List;
import java.util.Set;

/** Institution_Name and Institution_ID: there, well formed, and together for the world (CoP section 3.2.1). */
final class InstitutionRule implements HeaderRule {
    private static final Kind NAME = Kind.critical("institution-name", "3.2.1");
    private static final Kind NAME_FORM = Kind.error("institution-name-form", "3.2.1");
    private static final Kind ID_MISSING = Kind.error("institution-id-missing", "3.2.1");
    private static final Kind ID_FORM = Kind.error("institution-id-form", "3.2.1");
    private static final Kind ID_DIGITS = Kind.warning("institution-id-check-digit", "3.2.1");
    private static final Kind WORLD = Kind.error("the-world", "3.2.1");
    private static final String WORLD_NAME = "The World";
    private static final String WORLD_ID = "0000000000000000";
    private static final Set<String> TYPES = Set.of("ISIL", "ISNI", "OCLC", "ROR", "Proprietary");

    @Override
    public void check(Header header, Findings findings) {
        HeaderValue name = header.values.get("Institution_Name");
        if (name == null || name.text().isBlank()) {
            findings.add(
                    NAME,
                    header.place("Institution_Name"),
                    Sentence.of("missing", "{0} is missing", "Institution_Name"));
        } else if (!name.text().equals(name.text().strip())) {
            findings.add(
                    NAME_FORM,
                    name.place(),
                    Sentence.of("institution-name-form.blank", "there is a blank around Institution_Name"));
        } else if (!name.text().equals(WORLD_NAME) && Spelling.find(name.text(), List.of(WORLD_NAME)) != null) {
            findings.add(
                    NAME_FORM,
                    name.place(),
                    Sentence.of(
                            "institution-name-form.world",
                            "Institution_Name is \"{0}\"; it is spelt The World",
                            name.text()));
        }
        checkIds(header, findings);
        checkWorld(header, name != null && name.text().equals(WORLD_NAME), findings);
    }

    private static String place(Header header) {
        return header.institutionIdPlace == null ? header.place("Institution_ID") : header.institutionIdPlace;
    }

    private static void checkIds(Header header, Findings findings) {
        if (header.institutionIds.isEmpty() && header.release == Release.R5_1) {
            findings.add(
                    ID_MISSING,
                    place(header),
                    Sentence.of(
                            "institution-id-missing",
                            "Institution_ID is missing; the customer's id must be among the identifiers"));
        }
        for (TypedValue id : header.institutionIds) {
            if (!TYPES.contains(id.type())) {
                findings.add(
                        ID_FORM,
                        place(header),
                        Sentence.of(
                                "institution-id-form",
                                "Institution_ID has the type {0}; ISIL, ISNI, OCLC, ROR and Proprietary are known",
                                id.type()));
                continue;
            }
            for (String value : id.value().split("\\|", -1)) {
                Sentence wrong = Identifiers.organisationProblem(id.type(), value);
                if (wrong != null) {
                    findings.add(ID_FORM, place(header), wrong);
                } else if (id.type().equals("ISNI") && !CheckDigits.isni(value)) {
                    findings.add(
                            ID_DIGITS,
                            place(header),
                            Sentence.of(
                                    "institution-id-check-digit", "the check digit of the ISNI {0} is wrong", value));
                }
            }
        }
    }

    private static void checkWorld(Header header, boolean named, Findings findings) {
        boolean identified = header.institutionIds.stream()
                .anyMatch(id -> id.type().equals("Proprietary") && id.value().endsWith(":" + WORLD_ID));
        if (named && !identified) {
            findings.add(
                    WORLD,
                    place(header),
                    Sentence.of("the-world.id", "for The World, Institution_ID must have {platform id}:{0}", WORLD_ID));
        } else if (identified && !named) {
            findings.add(
                    WORLD,
                    header.place("Institution_Name"),
                    Sentence.of("the-world.name", "with the id {0}, Institution_Name must be The World", WORLD_ID));
        }
    }
}
