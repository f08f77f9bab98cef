package fr.comptoir.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    private static final String REPORT = """
            \uFEFFReport_Name\tPlatform Usage
            Report_ID\tPR_P1
            Release\t5.1
            Institution_Name\tExample University
            Institution_ID\tdemo:U001
            Metric_Types\tSearches_Platform; Total_Item_Requests; Unique_Item_Requests; Unique_Title_Requests
            Report_Filters\tAccess_Method=Regular
            Report_Attributes\t
            Exceptions\t
            Reporting_Period\tBegin_Date=2025-01-01; End_Date=2025-01-31
            Created\t2025-02-10T06:00:00Z
            Created_By\tExample Press
            Registry_Record\thttps://registry.countermetrics.org/platform/11111111-2222-4333-8444-555555555555

            Platform\tData_Type\tMetric_Type\tReporting_Period_Total\tJan-2025
            DemoLib\tJournal\tTotal_Item_Requests\t16\t16
            DemoLib\tJournal\tUnique_Item_Requests\t13\t13
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "validate";
        System.arraycopy(args, 0, all, 1, args.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aSoundReportEndsWithZero() throws IOException {
        String file = file("good.tsv", REPORT);
        assertThat(run(file)).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString().lines())
                .containsExactly(file + ": PR_P1, Release 5.1, 2025-01 to 2025-01, tsv, 2 rows", "nothing found");
    }

    @Test
    void aWarningEndsWithZeroAndAnErrorWithOne() throws IOException {
        assertThat(run(file("warning.tsv", REPORT.substring(1)))).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).contains("warning: row 1 (A1): ").endsWith("1 warning\n");
        assertThat(run(file("good.tsv", REPORT), file("error.tsv", REPORT.replace("13\t13", "13\t14"))))
                .isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(out.toString())
                .contains(
                        "critical error: row 17, column Reporting_Period_Total (D17): Reporting_Period_Total is 13, but the months add up to 14"
                                + " (CoP 5.1, 3.2.2) [reporting-period-total]");
    }

    @Test
    void aNamedPipeIsReadLikeAFile() throws Exception {
        String good = file("good.tsv", REPORT);
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process writer = new ProcessBuilder("cp", good, pipe.toString()).start();
        assertThat(run(pipe.toString(), good)).isEqualTo(ExitStatus.DONE);
        assertThat(writer.waitFor()).isZero();
        assertThat(out.toString().lines())
                .contains(pipe + ": PR_P1, Release 5.1, 2025-01 to 2025-01, tsv, 2 rows", "nothing found");
    }

    @Test
    void ofACopyThatFailedNothingIsLeft() throws IOException {
        InputStream broken = new InputStream() {
            private boolean begun;

            @Override
            public int read() throws IOException {
                throw new IOException("the stream broke off");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (begun) {
                    throw new IOException("the stream broke off");
                }
                begun = true;
                into[from] = 'x';
                return 1;
            }
        };
        try (Copies copies = new Copies(folder)) {
            assertThatThrownBy(() -> copies.of(broken)).hasMessage("the stream broke off");
            assertThat(folder).isNotEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void programsGetJson() throws IOException {
        assertThat(run(
                        "--json",
                        "--repeats",
                        "1",
                        file("bad.tsv", REPORT.replace("16\t16", "3\t4").replace("13\t13", "1\t2"))))
                .isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(out.toString())
                .startsWith("{\"errors\":2,\"files\":[{\"file\":")
                .contains(
                        "\"report_id\":\"PR_P1\"",
                        "\"critical_error\":2",
                        "\"place\":\"row 16, column Reporting_Period_Total (D16)\"")
                .contains("\"not_shown\":{\"reporting-period-total\":1}");
    }

    @Test
    void aFileThatIsNotThereIsSaidInOneSentence() {
        assertThat(run("nowhere.tsv")).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(err.toString().strip()).isEqualTo("nowhere.tsv: there is no such file");
        assertThat(run("--repeats", "0", "x")).isEqualTo(ExitStatus.WRONG_USAGE);
    }
}
