package fr.comptoir.validate.finding;

import fr.comptoir.model.code.Release;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where rules put what they find. Of each kind only the first findings are passed on, the rest is counted, so that a report with a million
 * mistakes takes no more memory than one with ten.
 */
public final class Findings {
    private static final int MESSAGE_CHARS_MAX = 500;

    private final FindingSink sink;
    private final int repeatsMax;
    private final Map<Kind, Long> found = new LinkedHashMap<>();
    private Release release = Release.R5_1;

    /** @param repeatsMax how many findings of one kind are passed on */
    public Findings(FindingSink sink, int repeatsMax) {
        this.sink = sink;
        this.repeatsMax = repeatsMax;
    }

    /** The release by whose sections findings are named; 5.1 until it is known. */
    public void release(Release known) {
        release = known;
    }

    public void add(Kind kind, String place, String message) {
        add(kind, () -> place, () -> message);
    }

    /** Adds a finding whose place and sentence are only made when it is passed on. */
    public void add(Kind kind, Supplier<String> place, Supplier<String> message) {
        long before = found.getOrDefault(kind, 0L);
        found.put(kind, before + 1);
        if (before < repeatsMax) {
            sink.add(new Finding(
                    kind.code(), kind.severity(), place.get(), oneLine(message.get()), kind.section(release)));
        }
    }

    /** The sentence in one line that can be read, whatever a report had in the value that it quotes. */
    private static String oneLine(String message) {
        StringBuilder line = new StringBuilder(Math.min(message.length(), MESSAGE_CHARS_MAX + 3));
        for (int at = 0; at < message.length() && at < MESSAGE_CHARS_MAX; at++) {
            char c = message.charAt(at);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return message.length() <= MESSAGE_CHARS_MAX
                ? line.toString()
                : line.append("...").toString();
    }

    /** How many findings there are of each grade, those that were not passed on included. */
    public Map<Severity, Long> bySeverity() {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        found.forEach((kind, count) -> counts.merge(kind.severity(), count, Long::sum));
        return counts;
    }

    /** The findings that were only counted, by the code of their kind. */
    public Map<String, Long> notShown() {
        Map<String, Long> rest = new LinkedHashMap<>();
        found.forEach((kind, count) -> {
            if (count > repeatsMax) {
                rest.merge(kind.code(), count - repeatsMax, Long::sum);
            }
        });
        return rest;
    }
}
