package fr.comptoir.operation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.paper.Language;
import fr.comptoir.report.FormatLimitException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How much goes on paper: cells that are drawn, not rows. */
class PaperLimitTest {
    private static final String[] HEADINGS = {"Title", "Platform", "Metric_Type", "Reporting_Period_Total", "Jan-2026"};

    private static void give(ReportPaper paper, int rows, int months) throws IOException {
        paper.headings(HEADINGS);
        for (int i = 0; i < rows; i++) {
            paper.usage(new String[] {"Title " + i, "Same"}, "Total_Item_Requests", new long[1 + months]);
        }
    }

    @Test
    void whatIsTheSameInAllRowsIsNotDrawnAndDoesNotCount() throws IOException {
        // Title, Metric_Type, total and month.
        give(new ReportPaper(Language.ENGLISH), ReportPaper.CELLS_MAX / 4, 1);
    }

    @Test
    void moreCellsThanPaperHoldsAreRefusedInOneSentence() {
        int rows = ReportPaper.CELLS_MAX / 15;
        assertThatThrownBy(() -> give(new ReportPaper(Language.ENGLISH), rows + 1, 12))
                .isInstanceOf(FormatLimitException.class)
                .hasMessage(
                        "the report has more than 250000 cells (16666 rows of 15 columns, and more), which is too many"
                                + " for paper; ask for fewer rows or attributes, or for xlsx, csv or json");
    }
}
