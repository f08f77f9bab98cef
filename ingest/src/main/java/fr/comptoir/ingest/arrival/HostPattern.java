package fr.comptoir.ingest.arrival;

import java.util.Locale;

/**
 * A host as rules write it, in any letter case: {@code *} is any part of it that is not empty, dots included, and {@code *.example.org} also
 * {@code example.org} itself. Immutable.
 */
final class HostPattern {
    private final String glob;
    /** What follows a leading {@code *.}; blank for none. */
    private final String itself;

    HostPattern(String written) {
        glob = written.toLowerCase(Locale.ROOT);
        itself = glob.startsWith("*.") ? glob.substring(2) : "";
    }

    /** @param host in lower case */
    boolean matches(String host) {
        return matches(glob, host) || (!itself.isEmpty() && matches(itself, host));
    }

    /** Takes as little as it can for each star and comes back to the last one only, so that no pattern and no host make it slow. */
    private static boolean matches(String glob, String host) {
        int star = -1;
        int taken = 0;
        int g = 0;
        int h = 0;
        while (h < host.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                taken = ++h; // at least one character
            } else if (g < glob.length() && glob.charAt(g) == host.charAt(h)) {
                g++;
                h++;
            } else if (star >= 0) {
                g = star + 1;
                h = ++taken;
            } else {
                return false;
            }
        }
        return g == glob.length();
    }
}
