package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.WatchedLogs;
import fr.comptoir.server.counterapi.CounterApiSetup.Program;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.counterapi.ReadyReports;
import fr.comptoir.server.months.Chores.Chore;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the service does by itself. */
@Configuration(proxyBeanMethods = false)
public class MonthsSetup {
    private static final Duration LOOK = Duration.ofSeconds(30);

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

    @Bean(destroyMethod = "close")
    Chores monthChores(Site site, MonthKeeper keeper) {
        Chores chores = new Chores("months", site.clock(), List.of(new Chore("keeping the months", LOOK, keeper::run)));
        chores.start();
        return chores;
    }
}
