package fr.comptoir.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.site.MonthsConfig;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.report.ExceptionCode.Severity;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** June 2025 is the current month in all of these. */
class ReportingPeriodTest {
    @Test
    void monthsThatAreThereNeedNoException() {
        ReportingPeriod period = period("2025-02", "2025-04", Given.availability());
        assertThat(period).isEqualTo(new ReportingPeriod(month("2025-02"), month("2025-04"), true, List.of()));
    }

    @Test
    void monthsNotYetProcessedAre3031() {
        ReportingPeriod period = period("2025-01", "2025-03", Given.counted("2025-01", "2025-02"));
        assertThat(period.begin()).isEqualTo(month("2025-01"));
        assertThat(period.end()).isEqualTo(month("2025-02"));
        assertThat(texts(period))
                .containsExactly("3031: Usage Not Ready for Requested Dates (Request was for 2025-01 to 2025-03;"
                        + " however, usage is only available to 2025-02.)");
        assertThat(period.exceptions().get(0).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void monthsBeforeTheFirstAre3032() {
        ReportingPeriod period = period("2024-11", "2025-03", Given.availability());
        assertThat(period.begin()).isEqualTo(month("2025-01"));
        assertThat(period.end()).isEqualTo(month("2025-03"));
        assertThat(texts(period))
                .containsExactly("3032: Usage No Longer Available for Requested Dates (Request was for 2024-11 to"
                        + " 2025-03; however, usage is only available from 2025-01.)");
    }

    @Test
    void bothAtOnce() {
        ReportingPeriod period = period("2024-11", "2025-08", Given.availability());
        assertThat(codes(period)).containsExactly(3031, 3032);
        assertThat(period.begin()).isEqualTo(month("2025-01"));
        assertThat(period.end()).isEqualTo(month("2025-05"));
    }

    @Test
    void nothingProcessedYetKeepsTheMonthsUpToTheLastThatCouldBe() {
        ReportingPeriod period = period("2025-04", "2025-09", Given.counted("2025-01", "2025-02"));
        assertThat(codes(period)).containsExactly(3031);
        assertThat(period.exceptions().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(period.isProcessed()).isFalse();
        assertThat(period.begin()).isEqualTo(month("2025-04"));
        assertThat(period.end()).isEqualTo(month("2025-05"));
    }

    @Test
    void allGoneIs3032Alone() {
        ReportingPeriod period = period("2023-01", "2023-06", Given.availability());
        assertThat(codes(period)).containsExactly(3032);
        assertThat(period.isProcessed()).isFalse();
        assertThat(period.end()).isEqualTo(month("2023-06"));
    }

    @Test
    void aGapBetweenProcessedMonthsIs3040() {
        ReportingPeriod period = period("2025-01", "2025-04", Given.counted("2025-01", "2025-03", "2025-04"));
        assertThat(texts(period))
                .containsExactly("3040: Partial Data Returned (Request was for 2025-01 to 2025-04; however, no usage is"
                        + " available for 2025-02.)");
        assertThat(period.isProcessed()).isTrue();
    }

    @Test
    void nothingButAGapIs3031() {
        ReportingPeriod period = period("2025-02", "2025-03", Given.counted("2025-01", "2025-04"));
        assertThat(texts(period))
                .containsExactly("3031: Usage Not Ready for Requested Dates (Request was for 2025-02 to 2025-03;"
                        + " however, no usage is available for 2025-02, 2025-03.)");
        assertThat(period.isProcessed()).isFalse();
    }

    @Test
    void anEmptyStoreIs3031() {
        ReportingPeriod period = period("2025-01", "2025-07", Given.counted());
        assertThat(texts(period))
                .containsExactly("3031: Usage Not Ready for Requested Dates (Request was for 2025-01 to 2025-07;"
                        + " however, no usage is available yet.)");
        assertThat(period.end()).isEqualTo(month("2025-05"));
    }

    @Test
    void monthsBeforeThePlatformsStartAre3032WhateverWasCounted() {
        ReportingPeriod period = period("2025-01", "2025-05", startingIn("2025-03", Given.availability()));
        assertThat(texts(period))
                .containsExactly("3032: Usage No Longer Available for Requested Dates (Request was for 2025-01 to"
                        + " 2025-05; however, usage is only available from 2025-03.)");
        assertThat(period.begin()).isEqualTo(month("2025-03"));
        assertThat(codes(period("2025-01", "2025-02", startingIn("2025-03", Given.availability()))))
                .containsExactly(3032);
    }

    @Test
    void aMonthAfterTheStartThatWasNotCountedIsAGap() {
        Availability availability = startingIn("2025-02", Given.counted("2025-01", "2025-04", "2025-05"));
        ReportingPeriod period = period("2025-01", "2025-04", availability);
        assertThat(codes(period)).containsExactly(3032, 3040);
        assertThat(texts(period).get(1)).contains("no usage is available for 2025-02, 2025-03.");
        assertThat(period.begin()).isEqualTo(month("2025-02"));
    }

    @Test
    void aStartInTheFutureIs3031() {
        assertThat(codes(period("2025-04", "2025-05", startingIn("2025-07", Given.availability()))))
                .containsExactly(3031);
    }

    /** On 10 July 2018 the current year and the 24 months before it are to be had: January 2016 to June 2018. */
    @Test
    void theLeastThatIsShownIsTheCurrentYearAndTheTwoBefore() {
        List<YearMonth> counted = new ArrayList<>();
        for (YearMonth one = month("2014-01"); one.isBefore(month("2018-08")); one = one.plusMonths(1)) {
            counted.add(one);
        }
        Availability least = shown(counted, Optional.of(2), Optional.empty());
        assertThat(least.first()).contains(month("2016-01"));
        assertThat(least.last()).contains(month("2018-06"));
        assertThat(least.counted()).hasSize(30);
        assertThat(texts(period("2015-12", "2016-01", least)))
                .containsExactly("3032: Usage No Longer Available for Requested Dates (Request was for 2015-12 to"
                        + " 2016-01; however, usage is only available from 2016-01.)");

        assertThat(shown(counted, Optional.empty(), Optional.empty()).first())
                .as("all, by default")
                .contains(month("2014-01"));
        assertThat(shown(counted, Optional.of(2), Optional.of(month("2017-03"))).first())
                .contains(month("2017-03"));
        assertThat(shown(counted, Optional.of(2), Optional.of(month("2015-03"))).first())
                .contains(month("2016-01"));
        assertThat(shown(counted.subList(40, 50), Optional.of(2), Optional.empty())
                        .first())
                .as("what was never counted is not promised")
                .contains(month("2017-05"));
    }

    private static Availability shown(List<YearMonth> counted, Optional<Integer> years, Optional<YearMonth> first) {
        Clock clock = Clock.fixed(Instant.parse("2018-07-10T12:00:00Z"), ZoneOffset.UTC);
        MonthsConfig usual = MonthsConfig.DEFAULT;
        return Availability.of(
                counted,
                clock,
                new SiteConfig.Platform("a", "A", ZoneOffset.UTC, first, Set.of(), Set.of()),
                new MonthsConfig(usual.publicationDay(), usual.closing(), usual.publish(), usual.longestGap(), years));
    }

    private static Availability startingIn(String start, Availability availability) {
        return new Availability(availability.counted(), availability.current(), Optional.of(month(start)));
    }

    @Test
    void theCurrentMonthIsNeverProcessed() {
        assertThat(Given.counted("2025-05", "2025-06", "2025-07").last()).contains(month("2025-05"));
    }

    @Test
    void theCurrentMonthIsThatOfThePlatformsZone() {
        Clock clock = Clock.fixed(Instant.parse("2025-05-31T22:30:00Z"), ZoneOffset.UTC);
        assertThat(Availability.of(List.of(), clock, ZoneId.of("Europe/Paris")).current())
                .isEqualTo(month("2025-06"));
        assertThat(Availability.of(List.of(), clock, ZoneOffset.UTC).current()).isEqualTo(month("2025-05"));
    }

    @Test
    void theFactsAreNotAskedForWhatIsNotThere() {
        Given.Facts facts = new Given.Facts();
        ReportRequest request = ReportRequest.of(
                Reports.find(Release.R5_1, "TR").orElseThrow(), "U1", month("2025-04"), month("2025-05"));
        String tsv =
                Given.write(Report.of(request, Given.context(), Given.counted("2025-01")), ReportFormat.TSV, facts);
        assertThat(facts.asked).isNull();
        assertThat(tsv).contains("\nExceptions\t3031: ").contains("\tApr-2025\tMay-2025\n");
    }

    private static ReportingPeriod period(String begin, String end, Availability availability) {
        return ReportingPeriod.of(month(begin), month(end), availability);
    }

    private static YearMonth month(String text) {
        return YearMonth.parse(text);
    }

    private static List<String> texts(ReportingPeriod period) {
        return period.exceptions().stream().map(ReportException::toString).toList();
    }

    private static List<Integer> codes(ReportingPeriod period) {
        return period.exceptions().stream()
                .map(exception -> exception.code().number())
                .toList();
    }
}
