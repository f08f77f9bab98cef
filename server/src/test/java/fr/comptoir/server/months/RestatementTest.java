package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.mail.Mail;
import fr.comptoir.customers.month.Restatement;
import fr.comptoir.customers.month.Restatement.State;
import fr.comptoir.operation.Corrections;
import fr.comptoir.operation.Months;
import fr.comptoir.operation.Site;
import fr.comptoir.server.web.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A closed month is corrected: found or asked for, shown, decided, in force, told of. */
class RestatementTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final String REPORT =
            "/r51/reports/pr?customer_id=uni&requestor_id=uni-requestor&begin_date=2026-01&end_date=2026-01";

    private static final String NOW = "2026-02-05T10:00:00Z";

    @TempDir
    static Path closed;

    @TempDir
    Path folder;

    private LivingSite site;

    @BeforeAll
    static void closeJanuary() throws Exception {
        // Nobody listens there: what is queued stays in the outbox to be looked at.
        LivingSite site =
                LivingSite.in(closed, NOW, "mail: {host: localhost, port: 1, encryption: none, from: s@x.example}\n");
        site.count(LivingSite.wholeMonth("2026-01"));
        site.account("admin@x.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        site.account("uni@x.example", Language.FR, Role.INSTITUTION_MANAGER, "uni");
        site.account("other@x.example", Language.EN, Role.INSTITUTION_MANAGER, "other");
        site.work();
        site.close();
    }

    @BeforeEach
    void serve() throws Exception {
        site = LivingSite.copied(closed, folder, NOW);
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    private void later() {
        site.clock.pass(Duration.ofMinutes(2));
        site.work();
    }

    private void countLate() throws Exception {
        site.count(List.of(
                LivingSite.click("192.0.2.7", "2026-01-10 10:11", "/article/a2"),
                LivingSite.click("192.0.2.8", "2026-01-10 11:11", "/article/a2/pdf")));
        later();
    }

    private Restatement only() {
        return site.database().restatements().all(Page.first(10)).rows().get(0);
    }

    private List<String> mails(String template) {
        return List.of(Mail.State.values()).stream()
                .flatMap(state -> site.database().outbox().in(state, Page.first(50)).rows().stream())
                .filter(mail -> mail.template().equals(template))
                .map(Mail::address)
                .sorted()
                .toList();
    }

    @Test
    void lateLinesWaitForADecisionAndAreThenInForceAndToldOfToWhomTheyConcern() throws Exception {
        String before = site.get(REPORT).body();
        countLate();
        Restatement open = only();
        assertThat(open.state()).isEqualTo(State.OPEN);
        assertThat(open.month()).isEqualTo(JANUARY);
        assertThat(open.dueOn()).isEqualTo("2026-05-05");
        assertThat(mails("restatement-due")).containsExactly("admin@x.example");
        assertThat(site.get(REPORT).body()).as("what was published stays").contains("\"2026-01\":248");
        assertThat(site.get("/r51/status").body()).doesNotContain("Alerts");

        Browser admin = site.signedIn("admin@x.example");
        String page = admin.get("/admin/restatements/" + open.id()).body();
        assertThat(page).contains("late lines in run", "Total_Item_Requests", ">uni<", ">0000000000000000<");
        assertThat(admin.get("/admin/months").body()).contains("5\u00a0May\u00a02026");
        assertThat(admin.post("/admin/restatements/" + open.id(), "facts", "" + open.facts(), "approve", "true")
                        .statusCode())
                .isEqualTo(302);
        assertThat(only().state()).as("not without a reason").isEqualTo(State.OPEN);
        admin.post(
                "/admin/restatements/" + open.id(),
                "facts",
                "" + open.facts(),
                "approve",
                "true",
                "reason",
                "a log came late");
        later();

        assertThat(only().state()).isEqualTo(State.APPROVED);
        assertThat(only().decision()).isEqualTo("a log came late");
        assertThat(site.get(REPORT).body()).contains("\"2026-01\":250").isNotEqualTo(before);
        assertThat(mails("restatement")).containsExactly("uni@x.example");
        assertThat(site.get("/r51/status").body())
                .contains("\"Alerts\":[{\"Date_Time\":\"2026-02-05T", "The usage of 2026-01 was corrected");
        Browser uni = site.signedIn("uni@x.example");
        String path = "/space/uni/restatements/" + open.id();
        assertThat(uni.get("/space/uni").body()).contains("Des chiffres de janvier 2026 ont été corrigés", path);
        assertThat(uni.get(path).body()).contains("Total_Item_Requests", "a log came late");
        assertThat(uni.get(path + "/differences.csv").body())
                .startsWith("\ufeffMonth,Customer_ID,Release,Report_ID,Metric_Type,Before,After,Difference\n")
                .contains("2026-01,uni,5.1,PR,Total_Item_Investigations,248,250,2\n")
                .doesNotContain("0000000000000000");
        assertThat(admin.get("/admin/restatements/" + open.id() + "/differences.csv")
                        .body())
                .contains("2026-01,0000000000000000,5.1,PR,Total_Item_Investigations,248,250,2\n");
        String world = "/space/0000000000000000/restatements/" + open.id();
        assertThat(admin.get("/space/0000000000000000/overview").body()).contains(world);
        assertThat(admin.get(world).body()).contains("Total_Item_Requests", "a log came late");
        assertThat(uni.get(world).statusCode()).isEqualTo(403);
        Browser other = site.signedIn("other@x.example");
        assertThat(other.get("/space/other").body()).doesNotContain("were corrected");
        assertThat(other.get("/space/other/restatements/" + open.id()).statusCode())
                .isEqualTo(404);
        later();
        assertThat(mails("restatement")).as("told of once").hasSize(1);
        site.clock.pass(Duration.ofDays(91));
        assertThat(site.get("/r51/status").body()).doesNotContain("Alerts");
    }

    /** Days are counted out of the actions that are there: what waits is among them, and is said. */
    @Test
    void aLateLineAmongTheDaysIsSaidBesideThem() throws Exception {
        Browser uni = site.signedIn("uni@x.example");
        String asked = "/space/uni/days.json?month=2026-01&metric=Total_Item_Investigations&panel=completeness";
        assertThat(LivingSite.made(uni, asked).body())
                .contains(
                        "\"Sum_Of_Days\":248,\"Month_Figure\":248,\"Adds_Up\":\"yes\",\"Change_Waits\":\"no\"",
                        "\"Time_Zone\":\"Europe/Paris\"",
                        "\"Actions_Kept\":\"yes\",\"Unlogged_Days\":\"\"");
        countLate();
        assertThat(LivingSite.made(uni, asked).body())
                .contains("\"Sum_Of_Days\":250,\"Month_Figure\":248,\"Adds_Up\":\"no\",\"Change_Waits\":\"yes\"");
        assertThat(LivingSite.made(uni, "/space/uni/days.csv?month=2026-01&panel=completeness")
                        .body())
                .startsWith("\ufeffMonth,Time_Zone,Metric_Type,Sum_Of_Days,Month_Figure,Adds_Up,Change_Waits,");
    }

    @Test
    void whatIsRefusedChangesNothing() throws Exception {
        countLate();
        Restatement open = only();
        site.database()
                .restatements()
                .decide(open.id(), open.facts(), false, LivingSite.TEST.because("test lines"))
                .orThrow();
        later();
        assertThat(only().state()).isEqualTo(State.REFUSED);
        assertThat(site.get(REPORT).body()).contains("\"2026-01\":248");
        assertThat(mails("restatement")).isEmpty();
        later();
        assertThat(site.database().restatements().all(Page.first(10)).total()).isEqualTo(1);
    }

    @Test
    void aPersonAsksForAMonthToBeCountedAgain() throws Exception {
        Browser admin = site.signedIn("admin@x.example");
        admin.post("/admin/restatements", "month", "2026-02", "reason", "not closed");
        assertThat(site.database().restatements().all(Page.first(10)).total()).isZero();
        assertThat(admin.post("/admin/restatements", "month", "2026-01", "reason", "just to be sure"))
                .extracting(Browser::location)
                .isEqualTo("/admin/restatements");
        assertThat(admin.get("/admin/restatements").body()).contains("just to be sure");
        later();
        assertThat(only().state()).as("nothing to correct").isEqualTo(State.VOID);
        site.importInstitutions("uni,Université d’Uni,uni-requestor,198.18.0.0/24\n");
        admin.post("/admin/restatements", "month", "2026-01", "reason", "the range was wrong");
        later();
        assertThat(only().state()).isEqualTo(State.OPEN);
        assertThat(only().openedBy()).isEqualTo("admin@x.example");
        assertThat(site.database().restatements().changes(only().id()))
                .contains(new Restatement.Change("5.1", "PR", "uni", "Total_Item_Investigations", 248, 0))
                .noneMatch(change -> change.customerId().equals("0000000000000000"));
        assertThat(site.get(REPORT).body()).contains("\"2026-01\":248");
    }

    @Test
    void aServiceThatWasKilledBetweenStoreAndDatabaseEndsWhatItBegan() throws Exception {
        countLate();
        Restatement open = only();
        site.database()
                .restatements()
                .decide(open.id(), open.facts(), true, LivingSite.TEST.because("right"))
                .orThrow();
        Corrections.apply(
                Site.open(folder, site.clock), JANUARY, open.facts(), "right", "Comptoir test", sentence -> {});
        site.restart();
        site.work();
        assertThat(only().state()).isEqualTo(State.APPROVED);
        assertThat(mails("restatement")).containsExactly("uni@x.example");
    }

    @Test
    void whoWaitsIsRemindedUntilItIsDecided() throws Exception {
        countLate();
        site.clock.pass(Duration.ofDays(65));
        site.work();
        later();
        site.clock.pass(Duration.ofDays(18));
        site.work();
        site.clock.pass(Duration.ofDays(20));
        site.work();
        assertThat(mails("restatement-due"))
                .as("when it was found, a month and a week before the day, and after it")
                .hasSize(4);
    }

    @Test
    void oneThatCannotBeCountedKeepsNoOtherFromBeingCorrected() throws Exception {
        site.count(LivingSite.wholeMonth("2026-02"));
        site.clock.set("2026-03-05T10:00:00Z");
        site.work();
        Files.delete(folder.resolve("log1.log"));
        try (Stream<Path> actions = Files.list(folder.resolve("data/actions/2026-01"))) {
            for (Path file : actions.toList()) {
                Files.writeString(file, "damaged");
            }
        }
        Browser admin = site.signedIn("admin@x.example");
        admin.post("/admin/restatements", "month", "2026-01", "reason", "one");
        admin.post("/admin/restatements", "month", "2026-02", "reason", "other");
        later();
        List<Restatement> all =
                site.database().restatements().all(Page.first(9)).rows();
        assertThat(all).extracting(Restatement::state).containsExactly(State.VOID, State.REQUESTED);
        assertThat(admin.get("/admin/restatements/" + all.get(1).id()).body()).contains("could not be made");
    }

    @Test
    void aMonthThatIsNotOverIsNotClosedByAClick() throws Exception {
        Browser admin = site.signedIn("admin@x.example");
        admin.post("/admin/months/2026-02/close");
        assertThat(admin.get("/admin/months/2026-02").body()).contains("February 2026 is not over");
        assertThat(Months.list(Site.open(folder, site.clock)))
                .extracting(Months.Month::state)
                .containsExactly("closed", "open");
    }
}
