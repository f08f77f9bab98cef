package fr.comptoir.ingest.read;

import fr.comptoir.ingest.format.Field;
import fr.comptoir.ingest.format.LineFields;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.KeyedHash;
import fr.comptoir.model.action.UserIdentity;
import fr.comptoir.model.catalogue.Institutions;
import java.util.Arrays;

/**
 * Who acted: the user (CoP 5.1, section 7.2), the session (section 7.3), the address, the organisation and the customers of one line. Holds
 * the last answer; not thread-safe.
 */
final class Actor {
    private static final byte[] LOGIN = {'l', 'o', 'g', 'i', 'n', 0};
    private static final byte[] USER_COOKIE = {'c', 'o', 'o', 'k', 'i', 'e', 0};
    private static final byte[] SESSION_COOKIE = {'s', 'e', 's', 's', 'i', 'o', 'n', 0};
    private static final int HOURS = 24;
    /** Set in the time part of a session that lasts an hour, so that it is never that of one that lasts a day. */
    private static final long HOUR_SESSION = 1L << 62;

    private final KeyedHash keyedHash;
    private final Institutions institutions;
    private final AddressVerdicts addresses;
    private final ClientAddress clientAddress;
    private final OrganisationVerdicts organisations;
    private final long nobody;
    private byte[] prefixed = new byte[256];
    private int periodDay = Integer.MIN_VALUE;
    private int period;

    long user;
    UserIdentity identity = UserIdentity.ADDRESS_AND_AGENT;
    long session;
    /** Number of the address, or 0; one more than its number in {@link AddressVerdicts}. */
    int address;

    int organisation;
    int customers;
    AccessRoute route = AccessRoute.NONE;

    Actor(JudgeRules rules, AddressVerdicts addresses, OrganisationVerdicts organisations) {
        this.keyedHash = rules.hash();
        this.institutions = rules.institutions();
        this.addresses = addresses;
        this.clientAddress =
                new ClientAddress(addresses, !rules.trustedProxies().isEmpty());
        this.organisations = organisations;
        this.nobody = keyedHash.of("");
    }

    /**
     * Finds who acted in a line.
     *
     * @param agentHash keyed hash of the user agent, of the empty text when it is absent
     */
    void identify(LineFields fields, long agentHash, int day, int hour) {
        int client = clientAddress.of(fields);
        address = client != ClientAddress.NONE && addresses.isAddress(client) ? client + 1 : 0;
        long login = hashOf(fields, Field.LOGIN, LOGIN);
        long userCookie = hashOf(fields, Field.USER_COOKIE, USER_COOKIE);
        long sessionCookie = hashOf(fields, Field.SESSION_COOKIE, SESSION_COOKIE);
        long addressAndAgent = 0;
        if (login == 0 && sessionCookie == 0 && userCookie == 0) {
            addressAndAgent = keyedHash.of(client == ClientAddress.NONE ? nobody : addresses.hash(client), agentHash);
        }
        putUser(login, userCookie, sessionCookie, addressAndAgent);
        long hourOfDay = HOUR_SESSION + (long) day * HOURS + hour;
        if (sessionCookie != 0) {
            session = keyedHash.of(sessionCookie, day);
        } else if (login != 0) {
            session = keyedHash.of(login, hourOfDay);
        } else if (userCookie != 0) {
            session = keyedHash.of(userCookie, hourOfDay);
        } else {
            session = keyedHash.of(addressAndAgent, hourOfDay);
        }
        putCustomers(fields, client, day);
    }

    private void putUser(long login, long userCookie, long sessionCookie, long addressAndAgent) {
        if (login != 0) {
            user = login;
            identity = UserIdentity.LOGIN;
        } else if (userCookie != 0) {
            user = userCookie;
            identity = UserIdentity.USER_COOKIE;
        } else if (sessionCookie != 0) {
            user = sessionCookie;
            identity = UserIdentity.SESSION_COOKIE;
        } else {
            user = addressAndAgent;
            identity = UserIdentity.ADDRESS_AND_AGENT;
        }
    }

    /** The organisation's customers; where it has none, those of the address; and by what there was access. */
    private void putCustomers(LineFields fields, int client, int day) {
        if (day != periodDay) {
            periodDay = day;
            period = institutions.period(day);
        }
        organisation = 0;
        customers = 0;
        route = AccessRoute.NONE;
        if (fields.has(Field.ORGANISATION)) {
            fields.unescape(Field.ORGANISATION);
            int field = Field.ORGANISATION.ordinal();
            int number = organisations.number(fields.bytesOf(Field.ORGANISATION), fields.from[field], fields.to[field]);
            organisation = organisations.organisation(number);
            customers = organisations.customers(number, day, period);
            route = customers == 0 ? AccessRoute.NONE : AccessRoute.FEDERATION;
        }
        if (customers == 0 && client != ClientAddress.NONE) {
            customers = addresses.customers(client, day, period);
            route = customers == 0 ? AccessRoute.NONE : AccessRoute.IP;
        }
        if (fields.has(Field.TOKEN)) {
            route = AccessRoute.TOKEN;
        }
    }

    /** The keyed hash of a field under a prefix that keeps kinds of fields apart; 0 when the line has no such field. */
    private long hashOf(LineFields fields, Field field, byte[] prefix) {
        if (!fields.has(field)) {
            return 0;
        }
        fields.unescape(field);
        int from = fields.from[field.ordinal()];
        int length = fields.to[field.ordinal()] - from;
        if (prefixed.length < prefix.length + length) {
            prefixed = Arrays.copyOf(prefixed, 2 * (prefix.length + length));
        }
        System.arraycopy(prefix, 0, prefixed, 0, prefix.length);
        System.arraycopy(fields.bytesOf(field), from, prefixed, prefix.length, length);
        return keyedHash.of(prefixed, 0, prefix.length + length);
    }
}
