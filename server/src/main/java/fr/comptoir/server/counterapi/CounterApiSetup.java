package fr.comptoir.server.counterapi;

import fr.comptoir.model.site.ServerConfig;
import fr.comptoir.operation.Site;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the parts of the API together. */
@Configuration(proxyBeanMethods = false)
public class CounterApiSetup {
    private static final int MAKERS = 2;

    @Bean
    CurrentSite currentSite(Site site) {
        return new CurrentSite(site);
    }

    @Bean
    ReportPace reportPace() {
        return new ReportPace(System::nanoTime);
    }

    @Bean(destroyMethod = "close")
    ReportQueue reportQueue(Site site, ReportPace pace, MeterRegistry metrics) throws IOException {
        KeptReports kept = new KeptReports(site.data().resolve("answers"), site.clock());
        kept.removeParts();
        ServerConfig server = site.config().server();
        ReportQueue queue = new ReportQueue(kept, pace, MAKERS, server.reportsWaiting(), server.reportWait());
        metrics.gauge("comptoir.reports.queued", queue, ReportQueue::size);
        metrics.more().counter("comptoir.reports.asked", List.of(), queue, ReportQueue::asked);
        metrics.more().counter("comptoir.reports.at.once", List.of(), queue, ReportQueue::atOnce);
        return queue;
    }

    @Bean
    ReadyReports readyReports(CurrentSite now, ReportQueue queue, Program program) {
        return new ReadyReports(now, queue, program.name());
    }

    @Bean
    TryHarvest tryHarvest(CurrentSite now, ReportQueue queue, ApiRequestLog requests, Program program) {
        return new TryHarvest(now, queue, requests, program.name());
    }

    @Bean
    ServletRegistrationBean<CounterApi> counterApi(
            Site site, CurrentSite now, ApiKeys keys, ReportQueue queue, ApiRequestLog requests, Program program) {
        ServerConfig server = site.config().server();
        CounterApi api = new CounterApi(
                now,
                keys,
                new GuessLimit(site.clock()),
                new RateLimit(server.requestsPerMinute(), site.clock()),
                queue,
                new ReportBodies(),
                requests,
                program.name());
        ServletRegistrationBean<CounterApi> registration = new ServletRegistrationBean<>(api, paths());
        registration.setName(SlashesFilter.API);
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SlashesFilter> slashesFilter() {
        FilterRegistrationBean<SlashesFilter> filter = new FilterRegistrationBean<>(new SlashesFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** The paths of the API, as a servlet is mapped to them. */
    public static String[] paths() {
        List<String> paths = new ArrayList<>();
        for (String root : ApiPath.ROOTS) {
            paths.add("/" + root);
            paths.add("/" + root + "/*");
        }
        return paths.toArray(String[]::new);
    }

    /** The same paths, as the rules of security match them. */
    public static String[] securityPaths() {
        return ApiPath.ROOTS.stream()
                .flatMap(root -> Stream.of("/" + root, "/" + root + "/**"))
                .toArray(String[]::new);
    }

    /**
     * The program that makes the reports.
     *
     * @param name with its version
     */
    public record Program(String name) {}
}
