package fr.comptoir.ingest.read;

import fr.comptoir.ingest.format.LineFault;
import fr.comptoir.ingest.format.LineFields;
import fr.comptoir.ingest.format.LineFormat;
import fr.comptoir.ingest.format.LineReader;
import fr.comptoir.ingest.input.ContentHash;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.LineOutcome;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges the lines of pieces, one piece after the other. Not thread-safe: each thread has its own. */
final class PieceJudge {
    private final LineFormat format;
    private final boolean directives;
    private final LineJudge judge;
    private final LineWatcher watcher;
    private final LineFields fields = new LineFields();
    private final RowBuffers buffers;

    PieceJudge(LineFormat format, LineJudge judge, LineWatcher watcher, RowBuffers buffers) {
        this.format = format;
        this.directives = format.sequential();
        this.judge = judge;
        this.watcher = watcher;
        this.buffers = buffers;
    }

    /**
     * Judges one piece.
     *
     * @param reader for this input; of a sequential format always the same one
     * @param rejectsMax how many malformed lines to keep
     */
    PieceResult judge(Piece piece, LineReader reader, InputPart part, int rejectsMax) {
        PieceResult result = new PieceResult(piece, buffers.take(), hashes(piece));
        judge.linesOf(reader);
        if (piece.overlong) {
            putOverlong(piece, part, result, rejectsMax);
        }
        byte[] bytes = piece.bytes;
        int at = piece.from;
        while (at < piece.to) {
            int feed = LineEnds.next(bytes, at, piece.to);
            int end = feed < 0 ? piece.to : feed;
            int next = feed < 0 ? end : feed + 1;
            int textEnd = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
            result.lines++;
            if (directives && format.isDirective(bytes, at, textEnd)) {
                reader.read(bytes, at, textEnd, fields);
                judge.linesOf(reader);
                result.oldLines += part.isOld(piece.offset(at), piece.offset(next)) ? 1 : 0;
            } else if (part.isOld(piece.offset(at), piece.offset(next))) {
                result.oldLines++;
            } else {
                boolean isShort = end - at < Piece.LINE_MAX;
                LineOutcome outcome = isShort && reader.read(bytes, at, textEnd, fields)
                        ? readable(part, result, feed < 0)
                        : malformed(bytes, at, textEnd, isShort ? reader : null, result, rejectsMax);
                if (feed < 0) {
                    putTail(piece.offset(at), outcome, result);
                }
            }
            at = next;
        }
        judge.settle(LineOutcome.ACTION, result.rows, result.days);
        result.extractions = judge.takeExtractions();
        return result;
    }

    private LineOutcome readable(InputPart part, PieceResult result, boolean isTail) {
        result.counted++;
        LineOutcome outcome = judge.judge(fields, part.number(), result.lines, result.rows);
        result.days.add(judge.hours.day(), judge.hours.hour(), outcome);
        if (isTail || judge.mustSettle() || watcher.needsSettled()) {
            outcome = judge.settle(outcome, result.rows, result.days);
        }
        watcher.readable(result.lines, judge, fields, outcome);
        return outcome;
    }

    /** @param reader says why; null for a line that is too long */
    private LineOutcome malformed(
            byte[] bytes, int from, int to, @Nullable LineReader reader, PieceResult result, int rejectsMax) {
        if (result.malformed == result.counted) {
            result.malformedAtBeginning++;
        }
        result.counted++;
        result.malformed++;
        result.faults.add(reader == null ? LineFault.TOO_LONG : reader.fault(bytes, from, to), result.lines);
        int end = Math.min(to, from + Piece.OVERLONG_KEPT);
        if (result.rejects.size() < rejectsMax) {
            result.rejects.add(new PieceResult.Reject(result.lines, Arrays.copyOfRange(bytes, from, end)));
        }
        watcher.malformed(result.lines, bytes, from, end);
        return LineOutcome.MALFORMED;
    }

    /** The line that was too long ends where the block's first LF is, or with the content. */
    private void putOverlong(Piece piece, InputPart part, PieceResult result, int rejectsMax) {
        result.lines++;
        if (part.isOld(piece.overlongOffset, piece.offset(piece.from))) {
            result.oldLines++;
            return;
        }
        malformed(piece.bytes, 0, piece.overlongKept, null, result, rejectsMax);
        if (piece.overlongIsTail) {
            result.tail = Optional.of(
                    new InputRecord.Tail(piece.overlongOffset, result.lines, LineOutcome.MALFORMED, Optional.empty()));
        }
    }

    private void putTail(long offset, LineOutcome outcome, PieceResult result) {
        Optional<LocalDate> day = outcome == LineOutcome.MALFORMED
                ? Optional.empty()
                : Optional.of(LocalDate.ofEpochDay(judge.hours.day()));
        result.tail = Optional.of(new InputRecord.Tail(offset, result.lines, outcome, day));
    }

    private static long[] hashes(Piece piece) {
        int length = piece.blockTo - Piece.BLOCK_FROM;
        int blocks = (length + ContentHash.BLOCK_BYTES - 1) / ContentHash.BLOCK_BYTES;
        long[] hashes = new long[blocks * ContentHash.BLOCK_LONGS];
        for (int i = 0; i < blocks; i++) {
            int from = Piece.BLOCK_FROM + i * ContentHash.BLOCK_BYTES;
            int to = Math.min(piece.blockTo, from + ContentHash.BLOCK_BYTES);
            ContentHash.block(piece.bytes, from, to, hashes, i * ContentHash.BLOCK_LONGS);
        }
        return hashes;
    }
}
