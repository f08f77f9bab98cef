package fr.comptoir.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.UserIdentity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who acted: user, session, client address and customers. */
class ActorTest {
    private static final String AGENT = Log.BROWSER;

    private record Who(
            String address,
            String chain,
            String login,
            String userCookie,
            String session,
            String organisation,
            String time) {
        static Who from(String address) {
            return new Who(address, "-", "-", "-", "-", "-", "15/Jun/2024:10:00:00 +0000");
        }

        Who chain(String value) {
            return new Who(address, value, login, userCookie, session, organisation, time);
        }

        Who login(String value) {
            return new Who(address, chain, value, userCookie, session, organisation, time);
        }

        Who userCookie(String value) {
            return new Who(address, chain, login, value, session, organisation, time);
        }

        Who session(String value) {
            return new Who(address, chain, login, userCookie, value, organisation, time);
        }

        Who organisation(String value) {
            return new Who(address, chain, login, userCookie, session, value, time);
        }

        Who at(String value) {
            return new Who(address, chain, login, userCookie, session, organisation, value);
        }

        String line(String agent) {
            return address + " \"" + chain + "\" " + login + " \"" + userCookie + "\" \"" + session + "\" \""
                    + organisation + "\" [" + time + "] \"GET /article/a1 HTTP/1.1\" 200 \"" + agent + "\"";
        }

        Log.Row row() {
            return row(AGENT);
        }

        Log.Row row(String agent) {
            List<Log.Row> rows = Log.read(Site.withIdentities(), line(agent)).rows();
            assertThat(rows).hasSize(1);
            return rows.get(0);
        }
    }

    private static final Who CAMPUS = Who.from("192.0.2.7");

    private static long hash(String text) {
        return Site.HASH.of(text);
    }

    @Test
    void loginIsTheMostReliable() {
        Log.Row row = CAMPUS.login("ann").userCookie("u").session("s").row();
        assertThat(row.identity()).isEqualTo(UserIdentity.LOGIN);
        assertThat(row.user()).isEqualTo(hash("login\0ann"));
    }

    @Test
    void thenTheUserCookie() {
        Log.Row row = CAMPUS.userCookie("u").session("s").row();
        assertThat(row.identity()).isEqualTo(UserIdentity.USER_COOKIE);
        assertThat(row.user()).isEqualTo(hash("cookie\0u"));
    }

    @Test
    void thenTheSessionCookie() {
        Log.Row row = CAMPUS.session("s").row();
        assertThat(row.identity()).isEqualTo(UserIdentity.SESSION_COOKIE);
        assertThat(row.user()).isEqualTo(hash("session\0s"));
    }

    @Test
    void elseAddressAndAgent() {
        Log.Row row = CAMPUS.row();
        assertThat(row.identity()).isEqualTo(UserIdentity.ADDRESS_AND_AGENT);
        assertThat(row.user()).isEqualTo(Site.HASH.of(row.address(), hash(AGENT)));
        assertThat(CAMPUS.row(AGENT + "x").user()).isNotEqualTo(row.user());
        assertThat(Who.from("192.0.2.8").row().user()).isNotEqualTo(row.user());
    }

    @Test
    void anAgentIsTheSameHoweverItIsEscaped() {
        assertThat(CAMPUS.row("A \\\"b\\\" \\x41").user())
                .isEqualTo(CAMPUS.row("A \\x22b\\x22 A").user());
    }

    /** Whoever else the user is told by; of a robot there is no action. */
    @Test
    void ofTheAgentHalfItsHashIsKept() {
        int kept = (int) (hash(AGENT) >>> 32);
        assertThat(CAMPUS.row().agent()).isEqualTo(kept).isNotZero();
        assertThat(CAMPUS.login("ann").row().agent()).isEqualTo(kept);
        assertThat(CAMPUS.row(AGENT + "x").agent()).isEqualTo((int) (hash(AGENT + "x") >>> 32));
        assertThat(CAMPUS.row("A \\\"b\\\" \\x41").agent()).isEqualTo((int) (hash("A \"b\" A") >>> 32));
        String fields = "#Fields: date time c-ip cs-method cs-uri-stem sc-status";
        String line = "2024-06-15 10:00:00 192.0.2.7 GET /article/a1 200";
        List<Log.Row> inTurns = Log.read(Site.w3c(), fields + " cs(User-Agent)", line + " Reader/1.0", fields, line)
                .rows();
        assertThat(inTurns).extracting(Log.Row::agent).containsExactly((int) (hash("Reader/1.0") >>> 32), 0);
    }

    @Test
    void aSessionCookieLastsADay() {
        Who who = CAMPUS.login("ann").session("s");
        long morning = who.row().session();
        assertThat(who.at("15/Jun/2024:20:59:59 +0000").row().session()).isEqualTo(morning);
        assertThat(who.at("15/Jun/2024:22:00:00 +0000").row().session())
                .as("after midnight in Paris")
                .isNotEqualTo(morning);
        assertThat(who.login("bob").row().session()).isEqualTo(morning);
    }

    @Test
    void otherSessionsLastAnHour() {
        for (Who who : List.of(CAMPUS.login("ann").userCookie("u"), CAMPUS.userCookie("u"), CAMPUS)) {
            long session = who.row().session();
            assertThat(who.at("15/Jun/2024:10:59:59 +0000").row().session()).isEqualTo(session);
            assertThat(who.at("15/Jun/2024:11:00:00 +0000").row().session()).isNotEqualTo(session);
            assertThat(who.at("16/Jun/2024:10:00:00 +0000").row().session()).isNotEqualTo(session);
        }
        assertThat(CAMPUS.login("ann").userCookie("u").row().session())
                .as("login comes before the user cookie")
                .isEqualTo(CAMPUS.login("ann").userCookie("v").row().session());
    }

    @Test
    void theHourThatAutumnRepeatsIsOne() {
        long summer = CAMPUS.at("27/Oct/2024:00:30:00 +0000").row().session();
        assertThat(CAMPUS.at("27/Oct/2024:01:30:00 +0000").row().session()).isEqualTo(summer);
        assertThat(CAMPUS.at("27/Oct/2024:02:30:00 +0000").row().session()).isNotEqualTo(summer);
    }

    @Test
    void aSessionIsNeverThatOfAnotherKind() {
        assertThat(List.of(
                        CAMPUS.login("x").row().session(),
                        CAMPUS.userCookie("x").row().session(),
                        CAMPUS.session("x").row().session()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aHostNameHasNoAddressAndNoInstitution() {
        Log.Row row = Who.from("pc7.example.org").row();
        assertThat(row.address()).isZero();
        assertThat(row.customers()).isEmpty();
        assertThat(row.user()).isNotEqualTo(Who.from("pc8.example.org").row().user());
        assertThat(row.user()).isEqualTo(Who.from("pc7.example.org").row().user());
    }

    @Test
    void anIpv4AddressIsTheSameInIpv6Form() {
        assertThat(Who.from("::ffff:192.0.2.7").row().anywhere())
                .isEqualTo(CAMPUS.row().anywhere());
    }

    @Test
    void anIpv6AddressLeavesItsNetworks() {
        Log.Row row = Who.from("2001:db8:1:2::5").row();
        assertThat(row.network48()).isEqualTo(Site.HASH.ofNetwork(0x2001_0db8_0001_0000L, 48));
        assertThat(row.network64()).isEqualTo(Site.HASH.ofNetwork(0x2001_0db8_0001_0002L, 64));
        assertThat(row.address()).isEqualTo(Site.HASH.ofAddress(0x2001_0db8_0001_0002L, 5));
        assertThat(CAMPUS.row().network48()).isZero();
        assertThat(CAMPUS.row().network64()).isZero();
    }

    @Test
    void customersAreThoseOfTheDay() {
        assertThat(CAMPUS.at("01/Oct/2024:10:00:00 +0000").row().customers()).isEqualTo("campus");
        assertThat(CAMPUS.at("04/Oct/2024:10:00:00 +0000").row().customers()).isEqualTo("campus|consortium");
        assertThat(Who.from("198.51.100.1").row().customers()).isEmpty();

        List<Log.Row> inTurns = Log.read(
                        Site.withIdentities(),
                        CAMPUS.at("01/Oct/2024:10:00:00 +0000").line(AGENT),
                        CAMPUS.at("04/Oct/2024:10:00:00 +0000").line(AGENT),
                        CAMPUS.at("01/Oct/2024:10:00:01 +0000").line(AGENT))
                .rows();
        assertThat(inTurns).extracting(Log.Row::customers).containsExactly("campus", "campus|consortium", "campus");
    }

    @Test
    void anOrganisationWinsOverTheAddress() {
        Log.Row row = CAMPUS.organisation("ORG").row();
        assertThat(row.organisation()).isEqualTo("ORG");
        assertThat(row.customers()).isEqualTo("org");
    }

    @Test
    void anOrganisationThatNobodyHasFallsBackToTheAddress() {
        Log.Row row = CAMPUS.organisation("WHO").row();
        assertThat(row.organisation()).isEqualTo("WHO");
        assertThat(row.customers()).isEqualTo("campus");
    }

    private static long client(String peer, String chain) {
        return Who.from(peer).chain(chain).row().address();
    }

    private static long address(String text) {
        return Who.from(text).row().address();
    }

    @Test
    void theLastUntrustedHopIsTheClient() {
        assertThat(client("10.0.0.1", "192.0.2.9")).isEqualTo(address("192.0.2.9"));
        assertThat(client("10.0.0.1", "203.0.113.5, 192.0.2.9")).isEqualTo(address("192.0.2.9"));
        assertThat(client("10.0.0.1", "203.0.113.5, 192.0.2.9, 10.9.9.9,fd00::1"))
                .isEqualTo(address("192.0.2.9"));
        assertThat(client("10.0.0.1", "[2001:db8::7]:4711, 10.2.2.2")).isEqualTo(address("2001:db8::7"));
        assertThat(client("10.0.0.1", "192.0.2.9:55")).isEqualTo(address("192.0.2.9"));
    }

    @Test
    void aForgedChainFromOutsideChangesNothing() {
        assertThat(client("203.0.113.5", "192.0.2.9")).isEqualTo(address("203.0.113.5"));
        assertThat(client("10.0.0.1", "192.0.2.9, 203.0.113.5")).isEqualTo(address("203.0.113.5"));
    }

    @Test
    void aHopThatIsNoAddressEndsTheWalk() {
        assertThat(client("10.0.0.1", "192.0.2.9, unknown, 10.2.2.2")).isEqualTo(address("10.2.2.2"));
        assertThat(client("10.0.0.1", "192.0.2.9, , 10.2.2.2")).isEqualTo(address("10.2.2.2"));
        assertThat(client("10.0.0.1", "unknown")).isEqualTo(address("10.0.0.1"));
        assertThat(client("10.0.0.1", "-")).isEqualTo(address("10.0.0.1"));
    }

    @Test
    void ofProxiesOnlyTheFarthestIsTheClient() {
        assertThat(client("10.0.0.1", "10.3.3.3, 10.2.2.2")).isEqualTo(address("10.3.3.3"));
    }

    @Test
    void aHashIsOfBytesNotOfText() {
        byte[] raw = {'l', 'o', 'g', 'i', 'n', 0, (byte) 0xE9};
        assertThat(CAMPUS.login("\\xe9").row().user()).isEqualTo(Site.HASH.of(raw, 0, raw.length));
        assertThat(new String(raw, StandardCharsets.UTF_8)).contains("\uFFFD");
    }
}
