package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.WatchedLogs;
import fr.comptoir.server.counterapi.CounterApiSetup.Program;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.counterapi.ReadyReports;
import fr.comptoir.server.mail.MailDelivery;
import fr.comptoir.server.mail.MailSetup;
import fr.comptoir.server.mail.Notices;
import fr.comptoir.server.months.Chores.Chore;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts together what the service does by itself. */
@Configuration(proxyBeanMethods = false)
@Import({
    MailSetup.class,
    MonthsController.class,
    RestatementsController.class,
    AnomaliesController.class,
    StatisticsController.class,
    NoticeAdvice.class
})
public class MonthsSetup {
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration SEND = Duration.ofSeconds(10);

    /** One processor stays with the people who read. */
    @Bean
    WatchedLogs watchedLogs(Site site, Program program) {
        return new WatchedLogs(
                site, program.name(), Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    @Bean
    MonthKeeper monthKeeper(Site site, Program program, WatchedLogs logs) {
        return new MonthKeeper(site, program.name(), logs);
    }

    @Bean
    ReportsBeforehand reportsBeforehand(Site site, CurrentSite now, CustomersDatabase database, ReadyReports reports) {
        return new ReportsBeforehand(now, database, reports, site.clock());
    }

    @Bean(destroyMethod = "close")
    Chores reportChores(Site site, ReportsBeforehand reports) {
        Chores chores = new Chores(
                "reports", site.clock(), List.of(new Chore("making reports beforehand", LOOK, reports::run)));
        chores.start();
        return chores;
    }

    @Bean
    RestatementKeeper restatementKeeper(
            Site site, CurrentSite now, CustomersDatabase database, Notices notices, Program program) {
        return new RestatementKeeper(site, now, database, notices, program.name());
    }

    @Bean
    Announcer announcer(Site site, CurrentSite now, CustomersDatabase database, Notices notices) {
        return new Announcer(site, now, database, notices);
    }

    @Bean
    Examiner examiner(CurrentSite now, CustomersDatabase database, Notices notices) {
        return new Examiner(now, database, notices);
    }

    /** In this order: what is counted may close a month, what is closed is told of. */
    @Bean(destroyMethod = "close")
    Chores monthChores(Site site, MonthKeeper keeper, RestatementKeeper restatements, Announcer announcer) {
        Chores chores = new Chores(
                "months",
                site.clock(),
                List.of(
                        new Chore("coming to the site", LOOK, announcer::begin),
                        new Chore("keeping the months", LOOK, keeper::run),
                        new Chore("correcting months", LOOK, restatements::run),
                        new Chore("telling of months", LOOK, announcer::run)));
        chores.start();
        return chores;
    }

    @Bean
    MonthChores choresOfMonths(@Qualifier("monthChores") Chores chores) {
        return new MonthChores(chores);
    }

    @Bean(destroyMethod = "close")
    Chores sumChores(Site site, CurrentSite now, ReadyReports reports) {
        UsageBeforehand sums = new UsageBeforehand(now, reports);
        Chores chores = new Chores("sums", site.clock(), List.of(new Chore("summing up usage", LOOK, sums::run)));
        chores.start();
        return chores;
    }

    @Bean(destroyMethod = "close")
    Chores usageChores(Site site, Examiner examiner) {
        Chores chores =
                new Chores("usage", site.clock(), List.of(new Chore("looking for unusual usage", LOOK, examiner::run)));
        chores.start();
        return chores;
    }

    @Bean(destroyMethod = "close")
    Chores mailChores(Site site, MailDelivery mails) {
        Chores chores = new Chores(
                "mails",
                site.clock(),
                List.of(
                        new Chore("sending mails", SEND, mails::send),
                        new Chore("forgetting mails", Duration.ofDays(1), mails::forget)));
        chores.start();
        return chores;
    }
}
