package fr.comptoir.ingest.format;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.LogFormat;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.model.site.Statuses;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the format of a log seems to be, from its first lines.
 *
 * @param format as it would stand in {@code comptoir.yml}
 * @param name what it is called
 * @param notes what is not sure, or is for the user to decide; each one sentence
 * @param lines how many lines were tried, directives not counted
 * @param readable how many of them can be read
 */
public record FormatGuess(LogFormat format, String name, List<String> notes, int lines, int readable) {
    private static final int LINES_MAX = 1000;
    private static final String X_FORWARDED_FOR = "%{X-Forwarded-For}i";

    public FormatGuess {
        notes = List.copyOf(notes);
    }

    /**
     * Tries the formats that are common.
     *
     * @param sample the beginning of a log; a last line without LF is left out when there are others
     * @return empty when none fits a single line
     */
    public static Optional<FormatGuess> of(byte[] sample) {
        List<byte[]> lines = lines(sample);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String text = String.join("\n", lines.stream().map(FormatGuess::text).toList());
        if (text.lines().anyMatch(line -> line.startsWith("#Fields:"))) {
            return Optional.of(tried(w3c(text), lines));
        }
        if (text.startsWith("{")) {
            return Optional.of(tried(json(text), lines));
        }
        FormatGuess best = null;
        for (FormatGuess candidate : patterns(lines)) {
            FormatGuess tried = tried(candidate, lines);
            if (tried.readable > 0 && (best == null || tried.isBetterThan(best))) {
                best = tried;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Of two that fit as many lines, the one that knows the chain of addresses is better. */
    private boolean isBetterThan(FormatGuess other) {
        boolean knowsMore = format.clientAddress().isPresent()
                && other.format.clientAddress().isEmpty();
        return readable > other.readable
                || (readable == other.readable && knowsMore && other.format.kind() == LogFormat.Kind.APACHE);
    }

    private static List<byte[]> lines(byte[] sample) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        while (from < sample.length && lines.size() < LINES_MAX) {
            int end = Words.find(sample, from, sample.length, Words.repeat('\n'));
            if (end == sample.length && !lines.isEmpty()) {
                break;
            }
            int to = end > from && sample[end - 1] == '\r' ? end - 1 : end;
            lines.add(Arrays.copyOfRange(sample, from, to));
            from = end + 1;
        }
        return lines;
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    private static FormatGuess w3c(String text) {
        boolean cloudFront = text.contains("x-edge-");
        boolean iis = text.contains("Microsoft Internet Information");
        String name = cloudFront ? "W3C extended, by CloudFront" : iis ? "W3C extended, by IIS" : "W3C extended";
        return guess(LogFormat.Kind.W3C, "", name, List.of());
    }

    private static FormatGuess json(String text) {
        if (text.contains("\"DownstreamStatus\"")) {
            return guess(LogFormat.Kind.JSON, "", "JSON lines, by Traefik", List.of());
        }
        if (text.contains("\"request\":{") || text.contains("\"request\": {")) {
            return guess(LogFormat.Kind.JSON, "", "JSON lines, by Caddy", List.of());
        }
        return guess(
                LogFormat.Kind.JSON,
                "",
                text.contains("\"remote_addr\"") ? "JSON lines, by nginx" : "JSON lines",
                List.of("The names of members are guessed; set them in log.fields where a line cannot be read."));
    }

    /** Candidates, the plainest first: of two that fit as many lines the earlier is taken. */
    private static List<FormatGuess> patterns(List<byte[]> lines) {
        String combined = LogFormat.COMBINED_PATTERN;
        String afterHost = combined.substring("%h".length());
        List<FormatGuess> candidates = new ArrayList<>();
        candidates.add(guess(LogFormat.Kind.COMBINED, combined, "combined", List.of()));
        candidates.add(guess(LogFormat.Kind.COMMON, LogFormat.COMMON_PATTERN, "common", List.of()));
        candidates.add(guess(LogFormat.Kind.APACHE, "%v:%p " + combined, "combined after the virtual host", List.of()));
        candidates.add(guess(LogFormat.Kind.APACHE, "%v " + combined, "combined after the virtual host", List.of()));
        candidates.add(forwarded(X_FORWARDED_FOR + afterHost, "combined, with X-Forwarded-For for the address"));
        for (byte[] line : lines.subList(0, Math.min(lines.size(), 5))) {
            for (String begin : List.of(combined, LogFormat.COMMON_PATTERN, "%v:%p " + combined, "%v " + combined)) {
                extended(line, begin).ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    private static FormatGuess forwarded(String pattern, String name) {
        LogFormat format =
                new LogFormat(LogFormat.Kind.APACHE, pattern, Map.of(), Optional.of(X_FORWARDED_FOR), List.of());
        return new FormatGuess(
                format,
                name,
                List.of("Name your own proxies in log.trusted_proxies, or X-Forwarded-For is not believed."),
                0,
                0);
    }

    /** A known pattern and whatever follows it in a line: addresses in quotes are X-Forwarded-For, the rest is left unnamed. */
    private static Optional<FormatGuess> extended(byte[] line, String begin) {
        Optional<String> rest = restAfter(line, begin);
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder pattern = new StringBuilder(begin);
        boolean forwarded = false;
        int at = 0;
        int number = 0;
        String text = rest.get();
        while (at < text.length() && text.charAt(at) == ' ') {
            boolean quoted = text.startsWith("\"", at + 1);
            int end = quoted ? text.indexOf('"', at + 2) : text.indexOf(' ', at + 1);
            end = end < 0 ? text.length() : end;
            String value = text.substring(Math.min(end, quoted ? at + 2 : at + 1), end);
            boolean addresses = !forwarded
                    && value.matches("[0-9a-fA-F]*[.:][0-9a-fA-F.:]+(, *[0-9a-fA-F.:]+)*")
                    && value.length() > 6;
            String directive = addresses ? X_FORWARDED_FOR : "%{unnamed" + ++number + "}n";
            forwarded |= addresses;
            pattern.append(quoted ? " \"" + directive + "\"" : " " + directive);
            at = quoted ? end + 1 : end;
        }
        String name = (begin.endsWith("%b") ? "common" : "combined") + " with more values at its end";
        if (forwarded) {
            return Optional.of(forwarded(pattern.toString(), name));
        }
        return Optional.of(guess(
                LogFormat.Kind.APACHE,
                pattern.toString(),
                name,
                List.of("What the values unnamed1, ... are is not known; nothing is read from them.")));
    }

    /** What stands in a line after a known pattern. */
    private static Optional<String> restAfter(byte[] line, String begin) {
        LineReader reader = reader(new LogFormat(LogFormat.Kind.APACHE, begin, Map.of(), Optional.empty(), List.of()));
        LineFields fields = new LineFields();
        for (int end = 0; end < line.length; end++) {
            if (line[end] == ' ' && reader.read(line, 0, end, fields)) {
                return Optional.of(new String(line, end, line.length - end, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static FormatGuess guess(LogFormat.Kind kind, String pattern, String name, List<String> notes) {
        return new FormatGuess(new LogFormat(kind, pattern, Map.of(), Optional.empty(), List.of()), name, notes, 0, 0);
    }

    private static FormatGuess tried(FormatGuess candidate, List<byte[]> lines) {
        LineReader reader = reader(candidate.format);
        LineFields fields = new LineFields();
        boolean directives = candidate.format.kind() == LogFormat.Kind.W3C;
        int tried = 0;
        int readable = 0;
        for (byte[] line : lines) {
            boolean read = reader.read(line, 0, line.length, fields);
            if (!directives || W3cReader.directiveAt(line, 0, line.length) < 0) {
                tried++;
                readable += read ? 1 : 0;
            }
        }
        return new FormatGuess(candidate.format, candidate.name, candidate.notes, tried, readable);
    }

    private static LineReader reader(LogFormat format) {
        try {
            return LineFormat.of(config(format)).newReader();
        } catch (InputException e) {
            throw new IllegalStateException("a pattern of our own is wrong: " + format.pattern(), e);
        }
    }

    /** A site that has this log and nothing else. */
    private static SiteConfig config(LogFormat log) {
        return new SiteConfig(
                new SiteConfig.Platform("", "", ZoneOffset.UTC),
                new SiteConfig.Provider("", ""),
                log,
                Statuses.delivered(),
                Optional.empty(),
                new SiteConfig.UserFields(Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                false,
                List.of());
    }
}
