package fr.comptoir.operation.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.operation.view.ViewParser.Parsed;
import fr.comptoir.operation.view.ViewProblem.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question and its address. */
class ViewTest {
    private static final YearMonth LAST = YearMonth.of(2026, 10);

    private static Parsed parse(String query) {
        return ViewParser.parse("uni", parameters(query), LAST, Set.of("panel"));
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String part : query.isEmpty() ? List.<String>of() : List.of(query.split("&"))) {
            String[] pair = part.split("=", 2);
            parameters
                    .computeIfAbsent(pair[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Test
    void nothingAskedIsTheLastTwelveMonthsAndTheYearBefore() {
        View view = parse("").view();
        assertThat(view).isEqualTo(View.usual("uni", LAST));
        assertThat(view.query()).isEmpty();
        assertThat(view.asked()).hasSize(12).contains(YearMonth.of(2025, 11), LAST);
        assertThat(view.before()).hasSize(12).contains(YearMonth.of(2024, 11), YearMonth.of(2025, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "period=quarter",
                "from=2026-01&to=2026-03",
                "compare=none&metric=No_License&release=5",
                "data_type=Book&data_type=Journal&not_access_type=Open",
                "yop=0001&not_yop=1999-2003",
                "publisher=Presses+%26+Cie&not_package=Tout+%7C+rien&title=10.5555%2Fa%3Bb",
                "q=histoire+d%27hier",
            })
    void anAddressIsReadAndWrittenAlike(String query) {
        Parsed parsed = parse(query);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.view().query()).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource({
        "period=last-12-months&compare=year, ''",
        "metric=total_item_requests, ''",
        "data_type=journal&data_type=Book&data_type=Journal, data_type=Book&data_type=Journal",
        "data_type=&q=+, ''",
        "to=2026-03, from=2026-03&to=2026-03",
        "from=2026-03, from=2026-03&to=2026-10",
        "yop=2020-2020, yop=2020",
    })
    void whatMeansTheSameHasTheSameAddress(String query, String canonical) {
        Parsed parsed = parse(query);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.view().query()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "last-month, 2026-10, 2026-10, 2026-10",
        "quarter, 2026-10, 2026-07, 2026-09",
        "quarter, 2026-09, 2026-07, 2026-09",
        "quarter, 2026-02, 2025-10, 2025-12",
        "year-to-date, 2026-10, 2026-01, 2026-10",
        "last-12-months, 2026-10, 2025-11, 2026-10",
        "academic-year, 2026-10, 2026-09, 2026-10",
        "academic-year, 2026-08, 2025-09, 2026-08",
    })
    void presetsAreOfTheLastMonth(String preset, YearMonth last, YearMonth begin, YearMonth end) {
        Period period = Preset.of(preset).orElseThrow().period(last);
        assertThat(period.begin()).isEqualTo(begin);
        assertThat(period.end()).isEqualTo(end);
    }

    @Test
    void thePeriodBeforeEndsWhereThePeriodBegins() {
        View view = parse("from=2026-04&to=2026-06&compare=previous").view();
        assertThat(view.before()).containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 2), YearMonth.of(2026, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red, PARAMETER, colour",
        "data_type=Jornal, VALUE, data_type",
        "access_type=OA_Gold, VALUE, access_type",
        "oa_status=Gold, VALUE, oa_status",
        "metric=Clicks, VALUE, metric",
        "period=forever, VALUE, period",
        "from=2026-13, MONTH, from",
        "to=lately, MONTH, to",
        "from=2026-03&to=2026-01, INVERTED, from",
        "from=1900-01&to=2026-01, TOO_MANY_MONTHS, from",
        "yop=soon, YEAR, yop",
        "not_yop=2020-2010, YEAR, not_yop",
        "metric=No_License&metric=No_License, TWICE, metric",
        "data_type=Book&not_data_type=book, BOTH, data_type",
        "yop=2020&not_yop=2020-2020, BOTH, yop",
    })
    void whatIsWrongIsSaidAndLeftOut(String query, Kind kind, String parameter) {
        Parsed parsed = parse(query);
        assertThat(parsed.problems())
                .extracting(ViewProblem::kind, ViewProblem::parameter)
                .containsExactly(tuple(kind, parameter));
        assertThat(parse(parsed.view().query()).problems()).isEmpty();
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        Parsed parsed = parse("from=x&data_type=y&release=z&w=1&title=ok");
        assertThat(parsed.problems()).hasSize(4);
        assertThat(parsed.view().query()).isEqualTo("title=ok");
    }

    @Test
    void tooManyValuesAndTooLongOnesAreRefused() {
        Map<String, List<String>> many = Map.of(
                "title",
                Collections.nCopies(10_000, "t"),
                "publisher",
                List.of("p".repeat(301)),
                "q",
                List.of("q".repeat(301)));
        Parsed parsed = ViewParser.parse("uni", many, LAST, Set.of());
        assertThat(parsed.problems())
                .extracting(ViewProblem::kind)
                .containsExactlyInAnyOrder(Kind.TOO_MANY, Kind.TOO_LONG, Kind.TOO_LONG);
        assertThat(parsed.problems()).allMatch(problem -> problem.value().length() < 70);
        assertThat(parsed.view().query()).isEmpty();
    }

    @Test
    void stepsFromAViewChangeOneThing() {
        View view = parse("data_type=Book&q=sea").view();
        assertThat(view.with(Field.DATA_TYPE, "Book", false).query()).isEqualTo("not_data_type=Book&q=sea");
        assertThat(view.without(Field.DATA_TYPE, "Book").query()).isEqualTo("q=sea");
        assertThat(view.withoutText().query()).isEqualTo("data_type=Book");
        assertThat(view.with(MetricType.NO_LICENSE).query()).isEqualTo("metric=No_License&data_type=Book&q=sea");
        assertThat(view.with(new Period(Optional.empty(), LAST, LAST)).query())
                .isEqualTo("from=2026-10&to=2026-10&data_type=Book&q=sea");
        assertThat(view.withoutFilters().query()).isEmpty();
    }
}
