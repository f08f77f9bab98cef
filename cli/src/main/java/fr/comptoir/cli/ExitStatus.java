package fr.comptoir.cli;

/** The exit statuses of {@code comptoir}. */
final class ExitStatus {
    static final int DONE = 0;
    /** The input or the site is wrong, said in one clear sentence; nothing is half done. */
    static final int WRONG_INPUT = 1;
    /** The command was not used as its help says. */
    static final int WRONG_USAGE = 2;
    /** A bug, or a machine that failed: disk full, no permission. */
    static final int FAILURE = 3;

    private ExitStatus() {}
}
