package fr.comptoir.store.catalogue;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.state.Json;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code institutions/v<n>/institutions.json}: the institutions, sorted by customer id. */
public final class InstitutionFiles {
    /** Name of the file in the folder of a version. */
    public static final String INSTITUTIONS = "institutions.json";

    private final DataFolder folder;
    private final Disk disk;

    public InstitutionFiles(DataFolder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Writes the next version: the present institutions, of which those with the same customer id are replaced.
     *
     * @param replace whether {@code imported} is the whole truth
     * @return the new version, for {@link State#withInstitutions}
     */
    public int write(State state, List<Institution> imported, boolean replace) throws IOException {
        TreeMap<String, Institution> merged = new TreeMap<>();
        if (!replace) {
            read(state.institutions()).forEach(institution -> merged.put(institution.customerId(), institution));
        }
        imported.forEach(institution -> merged.put(institution.customerId(), institution));
        ObjectNode root = Json.object();
        ArrayNode list = root.putArray("institutions");
        merged.values().forEach(institution -> put(list.addObject(), institution));

        int version = state.institutions() + 1;
        Path file = disk.makeFolder(folder.institutions(version)).resolve(INSTITUTIONS);
        disk.writeWhole(file, Json.bytes(root));
        return version;
    }

    /** The institutions of a version, by ascending customer id; their line is 0. */
    public List<Institution> read(int version) throws IOException {
        if (version == 0) {
            return List.of();
        }
        return Json.read(folder.institutions(version).resolve(INSTITUTIONS), root -> {
            List<Institution> institutions = new ArrayList<>();
            root.path("institutions").forEach(node -> institutions.add(institution(node)));
            return institutions;
        });
    }

    private static void put(ObjectNode node, Institution institution) {
        node.put("customer_id", institution.customerId());
        node.put("name", institution.name());
        node.put("requestor_id", institution.requestorId());
        node.put("isni", institution.isni());
        node.put("isil", institution.isil());
        node.put("ror", institution.ror());
        node.put("oclc", institution.oclc());
        institution.ipRanges().forEach(node.putArray("ip_ranges")::add);
        institution.organisations().forEach(node.putArray("organisations")::add);
        institution.memberOf().forEach(node.putArray("member_of")::add);
    }

    private static Institution institution(JsonNode node) {
        return new Institution(
                0,
                Json.text(node, "customer_id"),
                Json.text(node, "name"),
                Json.text(node, "requestor_id"),
                Json.text(node, "isni"),
                Json.text(node, "isil"),
                Json.text(node, "ror"),
                Json.text(node, "oclc"),
                texts(node, "ip_ranges"),
                texts(node, "organisations"),
                texts(node, "member_of"));
    }

    private static List<String> texts(JsonNode node, String key) {
        List<String> texts = new ArrayList<>();
        node.path(key).forEach(text -> texts.add(text.stringValue()));
        return texts;
    }
}
