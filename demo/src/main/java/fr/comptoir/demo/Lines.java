package fr.comptoir.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Lines of the log that are not written yet. */
final class Lines {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

    private record Line(long second, String text) {}

    private List<Line> lines = new ArrayList<>();

    int size() {
        return lines.size();
    }

    /** A line as the server writes it; the time is in seconds since 1970. */
    void add(long second, Client client, String request, int status, long bytes, String referer) {
        String time =
                ZonedDateTime.ofInstant(Instant.ofEpochSecond(second), ZONE).format(TIME);
        String size = bytes == 0 ? "-" : Long.toString(bytes);
        lines.add(new Line(
                second,
                client.address() + " - " + client.login() + " [" + time + "] \"" + request + "\" " + status + " " + size
                        + " \"" + referer + "\" \"" + client.agent() + "\" \"" + client.session() + "\" \""
                        + client.organisation() + "\""));
    }

    /** A line that no format fits. */
    void addBroken(long second, String text) {
        lines.add(new Line(second, text));
    }

    /** Loses what happened in those seconds, the last not included: the server was down. */
    void lose(long from, long to) {
        lines.removeIf(line -> line.second() >= from && line.second() < to);
    }

    /** Takes out, in order of time, what happened before that second. */
    List<String> takeBefore(long second) {
        List<Line> ordered =
                lines.stream().sorted(Comparator.comparingLong(Line::second)).toList();
        lines = new ArrayList<>(
                ordered.stream().filter(line -> line.second() >= second).toList());
        return ordered.stream()
                .filter(line -> line.second() < second)
                .map(Line::text)
                .toList();
    }
}
