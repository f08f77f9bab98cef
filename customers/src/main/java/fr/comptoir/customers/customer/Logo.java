package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture of a customer. What it is is seen from its bytes, not from what a browser calls it. An SVG with scripts, event handlers or
 * outside references is refused, for it would run in the page of whoever opens it.
 *
 * @param mediaType {@code image/png}, {@code image/jpeg} or {@code image/svg+xml}
 */
public record Logo(String mediaType, byte[] content) {
    /** Most bytes of a logo. */
    public static final int BYTES_MAX = 256 * 1024;

    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";
    static final String SVG = "image/svg+xml";
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_HEAD = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final List<Pattern> ACTIVE = List.of(
            Pattern.compile("<!doctype|<!entity|<\\?xml-stylesheet|&#|@import"),
            Pattern.compile("<(\\w+:)?(script|foreignobject|iframe|embed|object|handler|animate|set)\\b"),
            Pattern.compile("[\\s\"'/]on\\w+\\s*+="),
            Pattern.compile("href\\s*+=\\s*+[\"']?+\\s*+(?!#|data:image/(png|jpeg);)."),
            Pattern.compile("url\\(\\s*+[\"']?+\\s*+(?!#)."));

    /** What is wrong with these bytes, if anything. */
    static Optional<Fault> fault(byte[] content) {
        if (content.length > BYTES_MAX) {
            return Optional.of(new Fault("logo", Fault.Kind.TOO_LARGE, String.valueOf(BYTES_MAX)));
        }
        Optional<String> type = mediaTypeOf(content);
        if (type.isEmpty()) {
            return Optional.of(new Fault("logo", Fault.Kind.IMAGE, ""));
        }
        if (type.get().equals(SVG)) {
            String text = text(content).toLowerCase(Locale.ROOT);
            return ACTIVE.stream()
                    .map(pattern -> pattern.matcher(text))
                    .filter(Matcher::find)
                    .findFirst()
                    .map(found ->
                            new Fault("logo", Fault.Kind.SCRIPT, found.group().strip()));
        }
        return Optional.empty();
    }

    static Optional<String> mediaTypeOf(byte[] content) {
        if (startsWith(content, PNG_HEAD)) {
            return Optional.of(PNG);
        }
        if (startsWith(content, JPEG_HEAD)) {
            return Optional.of(JPEG);
        }
        return isSvg(text(content)) ? Optional.of(SVG) : Optional.empty();
    }

    /** Whether the root is {@code svg}, after the declaration and comments. */
    private static boolean isSvg(String text) {
        String rest = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int at = skipBlanks(rest, 0);
        while (rest.startsWith("<?", at) || rest.startsWith("<!--", at)) {
            String close = rest.startsWith("<?", at) ? "?>" : "-->";
            int end = rest.indexOf(close, at);
            if (end < 0) {
                return false;
            }
            at = skipBlanks(rest, end + close.length());
        }
        return rest.startsWith("<svg", at)
                && at + 4 < rest.length()
                && (rest.charAt(at + 4) == '>' || Character.isWhitespace(rest.charAt(at + 4)));
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] content, byte[] head) {
        if (content.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if (content[i] != head[i]) {
                return false;
            }
        }
        return true;
    }
}
