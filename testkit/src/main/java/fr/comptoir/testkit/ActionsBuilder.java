package fr.comptoir.testkit;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.model.action.KeyedHash;
import fr.comptoir.model.action.UserIdentity;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Writes actions one by one, in words. What is said of user, time, format and so on holds until it is said anew; each method named after an
 * action adds rows. User and session follow from login, cookies, address and agent by the ladders of the Code (CoP 5.1, sections 7.2 and 7.3).
 *
 * <pre>{@code
 * new ActionsBuilder().login("ada").format("PDF").at("2026-01-31T10:00:00").request("A").after(20).request("A").actions()
 * }</pre>
 */
public final class ActionsBuilder {
    private static final KeyedHash HASH = new KeyedHash(new byte[KeyedHash.SECRET_BYTES]);

    private final Actions actions = new Actions(Actions.Dictionaries.create(), 16);
    private ZoneId zone = ZoneOffset.UTC;
    private Instant time = Instant.parse("2026-01-15T10:00:00Z");
    private String login = "";
    private String userCookie = "";
    private String sessionCookie = "";
    private String address = "192.0.2.1";
    private String agent = "Browser/1.0";
    private String customers = "";
    private String organisation = "";
    private String format = "";
    private AccessMethod accessMethod = AccessMethod.REGULAR;
    private byte accessTypeR5 = Actions.NO_ACCESS_TYPE;
    private String arrival = Arrivals.NOT_RECORDED;
    private AccessRoute route = AccessRoute.NOT_RECORDED;
    private int input = 1;
    private int line;

    /** Sets the platform's time zone, in which the times that follow are written. */
    public ActionsBuilder zone(String id) {
        zone = ZoneId.of(id);
        return this;
    }

    /** Sets the local time, {@code 2026-01-31T23:59:50}. */
    public ActionsBuilder at(String localTime) {
        time = LocalDateTime.parse(localTime).atZone(zone).toInstant();
        return this;
    }

    public ActionsBuilder at(Instant instant) {
        time = instant;
        return this;
    }

    public ActionsBuilder after(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    public ActionsBuilder after(Duration duration) {
        time = time.plus(duration);
        return this;
    }

    /** Sets who acts by a login; empty for none. */
    public ActionsBuilder login(String value) {
        login = value;
        return this;
    }

    public ActionsBuilder userCookie(String value) {
        userCookie = value;
        return this;
    }

    public ActionsBuilder sessionCookie(String value) {
        sessionCookie = value;
        return this;
    }

    public ActionsBuilder address(String value) {
        address = value;
        return this;
    }

    public ActionsBuilder agent(String value) {
        agent = value;
        return this;
    }

    /** Sets the customers to whom the usage belongs: ids sorted and joined with {@code |}. */
    public ActionsBuilder customers(String value) {
        customers = value;
        return this;
    }

    public ActionsBuilder organisation(String value) {
        organisation = value;
        return this;
    }

    public ActionsBuilder format(String value) {
        format = value;
        return this;
    }

    public ActionsBuilder accessMethod(AccessMethod value) {
        accessMethod = value;
        return this;
    }

    /** Sets what the page rule says of the access in Release 5. */
    public ActionsBuilder accessTypeR5(AccessType value) {
        accessTypeR5 = (byte) value.ordinal();
        return this;
    }

    /** The page rules that follow say nothing of Release 5. */
    public ActionsBuilder noAccessTypeR5() {
        accessTypeR5 = Actions.NO_ACCESS_TYPE;
        return this;
    }

    /** Sets the way of arrival that the lines that follow tell by themselves. */
    public ActionsBuilder arrival(String value) {
        arrival = value;
        return this;
    }

    public ActionsBuilder route(AccessRoute value) {
        route = value;
        return this;
    }

    /** Sets from which input the lines that follow are. */
    public ActionsBuilder input(int number) {
        input = number;
        line = 0;
        return this;
    }

    public ActionsBuilder investigation(String item) {
        return line(ActionKind.INVESTIGATION, item);
    }

    public ActionsBuilder request(String item) {
        return line(ActionKind.REQUEST, item);
    }

    public ActionsBuilder noLicense(String item) {
        return line(ActionKind.NO_LICENSE, item);
    }

    public ActionsBuilder limitExceeded(String item) {
        return line(ActionKind.LIMIT_EXCEEDED, item);
    }

    /** A search of the platform that was a search of that kind of each of the databases. */
    public ActionsBuilder search(ActionKind kind, String... databases) {
        line++;
        row(ActionKind.SEARCHES_PLATFORM, Actions.NO_ITEM, 0);
        for (int i = 0; i < databases.length; i++) {
            row(kind, actions.dictionaries.items().number(databases[i]), i + 1);
        }
        return this;
    }

    /** A search that was refused, for each of the databases; without any, one row without an item. */
    public ActionsBuilder deniedSearch(ActionKind denial, String... databases) {
        line++;
        if (databases.length == 0) {
            row(denial, Actions.NO_ITEM, 0);
        }
        for (int i = 0; i < databases.length; i++) {
            row(denial, actions.dictionaries.items().number(databases[i]), i);
        }
        return this;
    }

    /** A line that gives one row. */
    public ActionsBuilder line(ActionKind kind, String item) {
        line++;
        row(kind, actions.dictionaries.items().number(item), 0);
        return this;
    }

    public Actions actions() {
        return actions;
    }

    private void row(ActionKind kind, int item, int part) {
        int row = actions.add();
        actions.time[row] = time.toEpochMilli();
        actions.day[row] = Math.toIntExact(local().toLocalDate().toEpochDay());
        actions.user[row] = user();
        actions.userIdentity[row] = (byte) identity().ordinal();
        actions.session[row] = session();
        actions.address[row] = addressNumber();
        actions.organisation[row] = actions.dictionaries.organisations().number(organisation);
        actions.customers[row] = actions.dictionaries.customers().number(customers);
        actions.item[row] = item;
        actions.kind[row] = (byte) kind.ordinal();
        actions.format[row] = (short) actions.dictionaries.formats().number(format);
        actions.accessMethod[row] = (byte) accessMethod.ordinal();
        actions.accessTypeR5[row] = accessTypeR5;
        actions.arrival[row] = (short) actions.dictionaries.arrivals().number(arrival);
        actions.route[row] = (byte) route.ordinal();
        actions.input[row] = input;
        actions.line[row] = line;
        actions.part[row] = (short) part;
    }

    private ZonedDateTime local() {
        return time.atZone(zone);
    }

    private UserIdentity identity() {
        if (!login.isEmpty()) {
            return UserIdentity.LOGIN;
        }
        if (!userCookie.isEmpty()) {
            return UserIdentity.USER_COOKIE;
        }
        return sessionCookie.isEmpty() ? UserIdentity.ADDRESS_AND_AGENT : UserIdentity.SESSION_COOKIE;
    }

    private long user() {
        return HASH.of(
                switch (identity()) {
                    case LOGIN -> "login " + login;
                    case USER_COOKIE -> "cookie " + userCookie;
                    case SESSION_COOKIE -> "session " + sessionCookie;
                    case ADDRESS_AND_AGENT -> address + "|" + agent;
                });
    }

    private long session() {
        String day = "|" + local().toLocalDate();
        String hour = day + "|" + local().getHour();
        if (!sessionCookie.isEmpty()) {
            return HASH.of("session " + sessionCookie + day);
        }
        if (!login.isEmpty()) {
            return HASH.of("login " + login + hour);
        }
        return HASH.of(userCookie.isEmpty() ? address + "|" + agent + hour : "cookie " + userCookie + hour);
    }

    private int addressNumber() {
        long hash = HASH.of(address);
        for (int number = 1; number < actions.dictionaries.addresses().size(); number++) {
            if (actions.dictionaries.addresses().hash(number) == hash) {
                return number;
            }
        }
        return actions.dictionaries.addresses().add(hash, 0, 0);
    }
}
