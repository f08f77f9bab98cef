package fr.comptoir.demo;

/**
 * What a log line says of who asked; {@code -} for what is not known.
 *
 * @param address IPv4 or IPv6
 * @param login the account
 * @param agent the user agent
 * @param session the session cookie
 * @param organisation the organisation that signed the reader in
 */
record Client(String address, String login, String agent, String session, String organisation) {

    static final String UNKNOWN = "-";

    static Client of(String address, String agent) {
        return new Client(address, UNKNOWN, agent, UNKNOWN, UNKNOWN);
    }
}
