package fr.comptoir.server.space;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.Release;
import fr.comptoir.report.Reports;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which months a report has that is looked at (CoP 5.1, section 5.2: the latest complete one). */
class ReportAskTest {
    private static final YearMonth LAST = YearMonth.of(2026, 10);

    @ParameterizedTest
    @CsvSource({
        "5.1, 2020-01, '',      '',      2026-10, 2026-10",
        "5.1, 2020-01, '',      2026-03, 2026-03, 2026-03",
        "5.1, 2020-01, 2026-01, '',      2026-01, 2026-10",
        "5,   2020-01, '',      '',      2024-11, 2026-10",
        "5,   2026-02, '',      '',      2026-02, 2026-10",
        "5,   2020-01, '',      2026-03, 2024-04, 2026-03",
        "5,   2026-02, '',      2026-01, 2024-02, 2026-01",
        "5,   2020-01, 2026-01, 2026-02, 2026-01, 2026-02",
        "5,   2020-01, '',      soon,    2024-11, soon"
    })
    void monthsThatNobodyChose(String code, String first, String begin, String end, String from, String to) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("begin_date", List.of(begin));
        parameters.put("end_date", List.of(end));
        Release release = Release.of(code).orElseThrow();
        ReportAsk ask =
                ReportAsk.read(Reports.find(release, "TR_J1").orElseThrow(), parameters, YearMonth.parse(first), LAST);
        assertThat(ask.first("begin_date")).isEqualTo(from);
        assertThat(ask.first("end_date")).isEqualTo(to);
    }
}
