package fr.comptoir.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of members of JSON objects as a tree: a dot leads into an object, but a member whose own name has dots is found too. Each name has
 * a number, its slot. Read-only once built.
 */
final class JsonNames {
    static final int NO_SLOT = -1;

    private final byte[] name;
    private int slot = NO_SLOT;
    private final List<JsonNames> children = new ArrayList<>();
    private JsonNames[][] byLength = {};

    JsonNames() {
        this("");
    }

    private JsonNames(String name) {
        this.name = name.getBytes(StandardCharsets.UTF_8);
    }

    int slot() {
        return slot;
    }

    /** Gives a name this slot, unless it has one already; gives the slot it has. */
    int add(String path, int newSlot) {
        JsonNames node = this;
        for (String part : path.split("\\.", -1)) {
            node = node.child(part);
        }
        node.slot = node.slot == NO_SLOT ? newSlot : node.slot;
        if (path.indexOf('.') >= 0) {
            child(path).slot = node.slot;
        }
        return node.slot;
    }

    private JsonNames child(String childName) {
        byte[] wanted = childName.getBytes(StandardCharsets.UTF_8);
        JsonNames found = find(wanted, 0, wanted.length);
        if (found == null) {
            found = new JsonNames(childName);
            children.add(found);
            index();
        }
        return found;
    }

    private void index() {
        int longest =
                children.stream().mapToInt(child -> child.name.length).max().orElse(0);
        byLength = new JsonNames[longest + 1][];
        for (int length = 0; length <= longest; length++) {
            int wanted = length;
            byLength[length] = children.stream()
                    .filter(child -> child.name.length == wanted)
                    .toArray(JsonNames[]::new);
        }
    }

    /** The member of that name, or null when nothing is wanted of it. */
    @Nullable
    JsonNames find(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length >= byLength.length) {
            return null;
        }
        for (JsonNames child : byLength[length]) {
            if (Words.startsWith(bytes, from, to, child.name)) {
                return child;
            }
        }
        return null;
    }
}
