package fr.comptoir.validate.event;

import fr.comptoir.model.code.Release;
import java.util.List;

/** The labels of the rows above the body of a tabular report (CoP 5.1, section 3.2.1). */
public final class HeaderRows {
    private static final List<String> R51 = List.of(
            "Report_Name",
            "Report_ID",
            "Release",
            "Institution_Name",
            "Institution_ID",
            "Metric_Types",
            "Report_Filters",
            "Report_Attributes",
            "Exceptions",
            "Reporting_Period",
            "Created",
            "Created_By",
            "Registry_Record");

    private HeaderRows() {}

    public static List<String> of(Release release) {
        return release == Release.R5 ? R51.subList(0, 12) : R51;
    }

    /** The cell with the value of a label, in words. */
    public static String place(String label) {
        int row = R51.indexOf(label) + 1;
        return row == 0 ? "header" : "row " + row + " (B" + row + ")";
    }
}
