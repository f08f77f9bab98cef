package fr.comptoir.report;

import java.io.IOException;

/** A report does not fit into the form asked for; what was written of it is of no use. The message is a sentence that names another way. */
public final class FormatLimitException extends IOException {
    private static final long serialVersionUID = 1L;

    public FormatLimitException(String message) {
        super(message);
    }
}
