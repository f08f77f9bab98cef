package fr.comptoir.store.catalogue;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.json.JsonFile;
import fr.comptoir.store.json.JsonObject;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

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
        JsonObject root = new JsonObject();
        root.putObjects("institutions", merged.values(), InstitutionFiles::put);

        int version = state.institutions() + 1;
        Path file = disk.makeFolder(folder.institutions(version)).resolve(INSTITUTIONS);
        disk.writeWhole(file, JsonFile.bytes(root));
        return version;
    }

    /** The institutions of a version, by ascending customer id; their line is 0. */
    public List<Institution> read(int version) throws IOException {
        if (version == 0) {
            return List.of();
        }
        return JsonFile.read(
                folder.institutions(version).resolve(INSTITUTIONS),
                root -> root.objects("institutions", InstitutionFiles::institution));
    }

    private static void put(JsonObject node, Institution institution) {
        node.put("customer_id", institution.customerId());
        node.put("name", institution.name());
        node.put("requestor_id", institution.requestorId());
        node.put("isni", institution.isni());
        node.put("isil", institution.isil());
        node.put("ror", institution.ror());
        node.put("oclc", institution.oclc());
        node.putTexts("ip_ranges", institution.ipRanges());
        node.putTexts("organisations", institution.organisations());
        node.putTexts("member_of", institution.memberOf());
        if (!institution.indexName().isEmpty()) {
            node.put("index_name", institution.indexName());
        }
    }

    private static Institution institution(JsonObject node) {
        return new Institution(
                0,
                node.text("customer_id"),
                node.text("name"),
                node.text("requestor_id"),
                node.text("isni"),
                node.text("isil"),
                node.text("ror"),
                node.text("oclc"),
                node.texts("ip_ranges"),
                node.texts("organisations"),
                node.texts("member_of"),
                node.optionalText("index_name").orElse(""));
    }
}
