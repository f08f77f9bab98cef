package fr.comptoir.server.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A customer_id as one segment of a path. Whatever could mean something else there, such as {@code /}, {@code ;} or {@code ..}, is written
 * as {@code ~} and two hexadecimal digits for each byte of UTF-8; so is the dot of what ends like the file of a page.
 */
public final class CustomerPath {
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern ENDING = Pattern.compile("\\.(json|csv|xlsx)$");

    private CustomerPath() {}

    public static String write(String customerId) {
        StringBuilder out = new StringBuilder(customerId.length());
        for (byte next : customerId.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (next & 0xff);
            if (isPlain(c, out.length() == 0)) {
                out.append(c);
            } else {
                out.append('~').append(HEX.toHexDigits(next));
            }
        }
        return ENDING.matcher(out).replaceFirst("~2e$1");
    }

    private static boolean isPlain(char c, boolean first) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        boolean other = (c >= '0' && c <= '9') || c == '-' || c == '_';
        return letter || other || (c == '.' && !first);
    }

    /** Reads what {@link #write} wrote; anything else gives some text, which is then no customer's. */
    public static String read(String segment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(segment.length());
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '~'
                    && i + 2 < bytes.length
                    && HexFormat.isHexDigit(bytes[i + 1])
                    && HexFormat.isHexDigit(bytes[i + 2])) {
                out.write(HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]));
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
