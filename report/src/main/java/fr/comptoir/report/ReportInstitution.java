package fr.comptoir.report;

import fr.comptoir.model.catalogue.Institution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The institution of a report, as its header shows it: Institution_Name, Institution_ID and, in Release 5, Customer_ID. */
public final class ReportInstitution {
    private static final String THE_WORLD_NAME = "The World";

    private final String name;
    private final String customerId;
    private final OrganisationIds ids;

    private ReportInstitution(String name, String customerId, OrganisationIds ids) {
        this.name = name;
        this.customerId = customerId;
        this.ids = ids;
    }

    /** An institution of the registry; a blank name is its customer id. */
    public static ReportInstitution of(Institution institution, String platformId) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        ids.put(OrganisationIds.PROPRIETARY, List.of(proprietary(institution.customerId(), platformId)));
        OrganisationIds.addAll(ids, "ISNI", institution.isni());
        OrganisationIds.addAll(ids, "ISIL", institution.isil());
        OrganisationIds.addAll(ids, "OCLC", institution.oclc());
        OrganisationIds.addAll(ids, "ROR", institution.ror());
        String name = institution.name().isBlank() ? institution.customerId() : institution.name();
        return new ReportInstitution(name, institution.customerId(), new OrganisationIds(ids));
    }

    /** All usage, attributed to an institution or not (CoP 5.1, section 8.2). */
    public static ReportInstitution theWorld(String platformId) {
        return new ReportInstitution(
                THE_WORLD_NAME,
                Institution.THE_WORLD,
                new OrganisationIds(
                        Map.of(OrganisationIds.PROPRIETARY, List.of(proprietary(Institution.THE_WORLD, platformId)))));
    }

    private static String proprietary(String customerId, String platformId) {
        return platformId + ":" + customerId;
    }

    public String name() {
        return name;
    }

    public String customerId() {
        return customerId;
    }

    /** Institution_ID: namespace to values, the proprietary one first, as the header has it. */
    public Map<String, List<String>> identifiers() {
        return ids.values();
    }

    OrganisationIds ids() {
        return ids;
    }
}
