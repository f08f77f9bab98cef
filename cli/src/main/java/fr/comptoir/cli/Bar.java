package fr.comptoir.cli;

import fr.comptoir.operation.Progress;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error while a terminal is there to see it, and nothing of it otherwise. */
final class Bar implements Progress, AutoCloseable {
    /** Set by the launcher when standard error is a terminal: Java itself cannot tell that of standard error. */
    private static final String TERMINAL = "comptoir.terminal";

    private static final long MIB = 1 << 20;

    private final boolean shown;
    private @Nullable ProgressBar bar;

    Bar() {
        shown = Boolean.getBoolean(TERMINAL);
    }

    @Override
    public void step(String what, long done, long total) {
        if (!shown) {
            return;
        }
        ProgressBar current = bar;
        if (current == null || !current.getTaskName().equals(what)) {
            close();
            current = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUnit(total > MIB ? " MiB" : "", total > MIB ? MIB : 1)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new DelegatingProgressBarConsumer(text -> {
                        System.err.print('\r' + text);
                        System.err.flush();
                    }))
                    .build();
            bar = current;
        }
        current.maxHint(total);
        current.stepTo(done);
    }

    @Override
    public void close() {
        ProgressBar current = bar;
        if (current != null) {
            current.close();
            System.err.println();
            bar = null;
        }
    }
}
