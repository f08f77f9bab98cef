package fr.comptoir.report;

import java.io.IOException;

/** Takes the cells of a tabular report, row by row, and writes them in its own way. Texts have no control characters and
 * no line ends. */
public interface Sheet {
    /** A row of the header: label and value. */
    void header(String label, String value) throws IOException;

    /** A blank row, then the column headings; all other rows are usage. */
    void headings(String[] headings) throws IOException;

    /**
     * A row of usage.
     *
     * @param attributes the cells before Metric_Type; the same array when the cells are those of the row before
     * @param figures Reporting_Period_Total, then the months; filled again for each row
     */
    void usage(String[] attributes, String metricType, long[] figures) throws IOException;

    /** Writes what is left and flushes the stream, which stays open. */
    void end() throws IOException;
}
