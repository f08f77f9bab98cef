package fr.comptoir.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code examples/small}: logs of a real nginx and a real Apache; the ledger and every figure as they were worked out by hand. */
class SmallSiteTest {
    @TempDir
    private static Path folder;

    private static HandCountedSite site;

    @BeforeAll
    static void count() throws IOException {
        site = HandCountedSite.count("small", folder, "nginx-access.log", "apache-access.log");
    }

    @Test
    void theLedgerIsTheOneWorkedOutByHand() throws IOException {
        site.assertLedger();
    }

    @Test
    void everyFigureIsTheOneWorkedOutByHand() throws IOException {
        site.assertFigures();
    }
}
