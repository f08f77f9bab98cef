package fr.comptoir.server.settings;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** How the service's own threads end when it stops: nothing of the site may be written after the service is said to have ended. */
public final class Ending {
    private static final int SECONDS_TO_END = 10;
    private static final int SECONDS_TO_BREAK_OFF = 5;

    private Ending() {}

    /** Takes no more work, lets what runs come to its end for a while, then breaks it off. */
    public static void of(ExecutorService worker) {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                breakOff(worker);
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** For work that nobody misses: breaks off what runs, and waits until it has ended. */
    public static void breakOff(ExecutorService worker) {
        worker.shutdownNow();
        try {
            worker.awaitTermination(SECONDS_TO_BREAK_OFF, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
