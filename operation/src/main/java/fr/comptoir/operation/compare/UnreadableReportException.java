package fr.comptoir.operation.compare;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;

/** A file is no report that can be read: broken, or something else. The message names the file and is a sentence for its owner. */
public final class UnreadableReportException extends IOException {
    private static final long serialVersionUID = 1;

    private final String sentence;

    UnreadableReportException(Path file, Exception cause) {
        super(cause);
        String reason = cause instanceof CharacterCodingException
                ? "it is no text in UTF-8"
                : String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        sentence = file + " cannot be read as a report: " + reason;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
