package fr.comptoir.validate.finding;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where rules put what they find. Of each kind only the first findings are passed on, the rest is counted, so that a report with a million
 * mistakes takes no more memory than one with ten.
 */
public final class Findings {
    private static final int VALUE_CHARS_MAX = Finding.MESSAGE_CHARS_MAX;

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

    public void add(Kind kind, String place, Sentence sentence) {
        add(kind, () -> place, () -> sentence);
    }

    /** Adds a finding whose place and sentence are only made when it is passed on. */
    public void add(Kind kind, Supplier<String> place, Supplier<Sentence> sentence) {
        long before = found.getOrDefault(kind, 0L);
        found.put(kind, before + 1);
        if (before < repeatsMax) {
            Sentence legible = sentence.get().withTexts(Findings::legible);
            sink.add(new Finding(kind.code(), kind.severity(), place.get(), legible, kind.section(release)));
        }
    }

    /** A value in one line that can be read, whatever a report had there. */
    private static String legible(String value) {
        StringBuilder line = new StringBuilder(Math.min(value.length(), VALUE_CHARS_MAX));
        for (int at = 0; at < value.length() && at < VALUE_CHARS_MAX; at++) {
            char c = value.charAt(at);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return line.toString();
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
