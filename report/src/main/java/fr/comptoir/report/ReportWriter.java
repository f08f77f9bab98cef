package fr.comptoir.report;

import java.io.IOException;

/** Writes one report: its header, then its usage in order, then its end. */
interface ReportWriter extends Folding.Sink {
    void begin() throws IOException;

    void end() throws IOException;
}
