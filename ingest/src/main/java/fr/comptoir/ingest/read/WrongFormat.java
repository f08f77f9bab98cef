package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.ingest.format.LineFormat;
import fr.comptoir.ingest.format.LineReader;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import java.util.List;

/**
 * Knows a log that is written in another format than the one configured: its first thousand lines, or all of its lines when there are
 * fewer but at least ten, are malformed.
 */
public final class WrongFormat {
    private static final String FITS = " fits the format ";

    static final int LINES = 1_000;
    static final int LINES_OF_SHORT_INPUT = 10;

    private static final int SHOWN = 200;

    private WrongFormat() {}

    /**
     * Stops early.
     *
     * @param atEnd whether the input was read through
     */
    static void check(Input input, LineFormat format, InputTally tally, boolean atEnd) throws InputException {
        long malformed = tally.malformedAtBeginning();
        boolean wrong =
                malformed >= LINES || (atEnd && malformed >= LINES_OF_SHORT_INPUT && malformed == tally.counted());
        if (wrong) {
            String lines = malformed >= LINES
                    ? "none of the first " + LINES + " lines"
                    : "none of its " + malformed + " lines";
            StringBuilder message = new StringBuilder(lines + FITS + format.describe() + ":");
            for (PieceResult.Reject example : tally.examples()) {
                message.append("\n  line ").append(example.line).append(": ").append(shown(example.bytes));
            }
            message.append(fault(format, tally.examples()));
            throw new InputException(Problem.error(input.name(), 0, "", message.toString()));
        }
    }

    /** Why the first of them does not fit, as far as that can be told of a line alone. */
    private static String fault(LineFormat format, List<PieceResult.Reject> examples) {
        PieceResult.Reject first = examples.get(0);
        if (format.sequential() || first.bytes.length >= Piece.OVERLONG_KEPT) {
            return "";
        }
        LineReader reader = format.newReader();
        return "\n  in line " + first.line + ", " + reader.faultText(first.bytes, 0, first.bytes.length);
    }

    /** Whether this is what a problem tells; its message then has lines of the log, which are for its owner's eyes only. */
    public static boolean tells(Problem problem) {
        return problem.message().startsWith("none of ") && problem.message().contains(FITS);
    }

    private static String shown(byte[] line) {
        String text = new String(line, 0, Math.min(line.length, SHOWN), UTF_8);
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return line.length > SHOWN ? shown + "..." : shown.toString();
    }
}
