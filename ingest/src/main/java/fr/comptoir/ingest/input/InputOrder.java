package fr.comptoir.ingest.input;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which the inputs of one run are counted, so that of two copies of one growing log the shorter comes first: inputs shorter
 * than a head by length; then the others in their own order, those with the same head together and by length; what can be read only once
 * comes last.
 */
public final class InputOrder {
    /** Opens an input from its beginning. */
    @FunctionalInterface
    public interface Opener {
        Content open(Input input) throws IOException, InputException;
    }

    private InputOrder() {}

    /** Reads the head of each input, and the whole of compressed ones that share a head. */
    public static List<Input> of(List<Input> inputs, Opener opener) throws IOException, InputException {
        List<Input> small = new ArrayList<>();
        List<Input> streams = new ArrayList<>();
        Map<Input, Long> lengths = new HashMap<>();
        Map<String, List<Input>> byHead = new LinkedHashMap<>();
        for (Input input : inputs) {
            if (input.isStream()) {
                streams.add(input);
                continue;
            }
            try (Content content = opener.open(input)) {
                byte[] head = content.head();
                if (head.length < InputRecord.HEAD_BYTES) {
                    lengths.put(input, (long) head.length);
                    small.add(input);
                } else {
                    lengths.put(input, content.bytes());
                    byHead.computeIfAbsent(ContentHash.of(head, 0, head.length), hash -> new ArrayList<>())
                            .add(input);
                }
            }
        }
        List<Input> ordered = sorted(small, lengths);
        for (List<Input> alike : byHead.values()) {
            if (alike.size() > 1) {
                for (Input input : alike) {
                    if (lengths.getOrDefault(input, -1L) < 0) {
                        lengths.put(input, length(input, opener));
                    }
                }
            }
            ordered.addAll(sorted(alike, lengths));
        }
        ordered.addAll(streams);
        return ordered;
    }

    private static List<Input> sorted(List<Input> inputs, Map<Input, Long> lengths) {
        List<Input> sorted = new ArrayList<>(inputs);
        sorted.sort(Comparator.comparingLong(input -> lengths.getOrDefault(input, -1L)));
        return sorted;
    }

    private static long length(Input input, Opener opener) throws IOException, InputException {
        byte[] buffer = new byte[ContentHash.BLOCK_BYTES];
        long length = 0;
        try (Content content = opener.open(input)) {
            for (int count = content.read(buffer, 0, buffer.length);
                    count >= 0;
                    count = content.read(buffer, 0, buffer.length)) {
                length += count;
            }
        }
        return length;
    }
}
