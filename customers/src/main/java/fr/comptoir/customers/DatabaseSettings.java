package fr.comptoir.customers;

import java.nio.file.Path;

/**
 * Where the customers' database is.
 *
 * @param url {@code jdbc:h2:...} or {@code jdbc:postgresql://host/database}
 * @param user name that the database knows
 * @param password of that user, {@code ""} for none; never printed
 * @param connections most connections at a time, at least 2
 */
public record DatabaseSettings(String url, String user, String password, int connections) {
    private static final int CONNECTIONS = 8;

    public DatabaseSettings {
        if (connections < 2) {
            throw new IllegalArgumentException("at least 2 connections are needed, not " + connections);
        }
    }

    /**
     * The embedded database, in the folder {@code customers} of the site's data, which only its owner may enter. Several programs of one
     * machine may use it at a time.
     *
     * @param data the site's folder {@code data}
     */
    public static DatabaseSettings embedded(Path data) {
        return new DatabaseSettings(
                "jdbc:h2:file:"
                        + data.toAbsolutePath().normalize().resolve("customers").resolve("customers"),
                "comptoir",
                "",
                CONNECTIONS);
    }

    public static DatabaseSettings postgresql(String url, String user, String password) {
        return new DatabaseSettings(url, user, password, CONNECTIONS);
    }

    boolean isEmbedded() {
        return url.startsWith("jdbc:h2:");
    }

    /** Without the password, also where the address has one. */
    @Override
    public String toString() {
        return url.replaceAll("(?i)(password|pwd)=[^&;]*", "$1=***").replaceAll("//[^/@]*@", "//***@")
                + (user.isEmpty() ? "" : " as " + user);
    }
}
