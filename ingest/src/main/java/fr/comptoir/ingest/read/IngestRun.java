package fr.comptoir.ingest.read;

import fr.comptoir.ingest.format.LineReader;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run of reading, on several threads. Each takes a piece of an input, judges it by itself, and hands in what it came to; what is handed
 * in is added up in the order of the pieces, under one lock.
 *
 * <p>A thread stays with its input while that has pieces; then it opens the next input, or helps with one that another thread has opened.
 */
final class IngestRun {
    /** So many pieces of an input may wait for an earlier one; then a thread that is ahead waits. */
    private static final int AHEAD_MAX = 16;

    private final JudgeRules rules;
    private final IngestOptions options;
    private final InputQueue queue;
    private final BatchWriter batches;
    private final RejectSink rejects;
    private final Meter meter;
    private final RuleEffect[] effects;
    private final long seed;
    private final Object lock = new Object();
    private final List<OpenInput> open = new ArrayList<>();
    private final List<InputRecord> unknownToQueue = new ArrayList<>();
    private final List<InputRecord> records = new ArrayList<>();
    private final List<IngestResult.Malformed> malformed = new ArrayList<>();
    private static final int FREQUENT = 50;
    private static final int ACTIONS_MIN = 5;

    private final UnmatchedPaths unmatched;
    private final FrequentTexts otherSites = new FrequentTexts(FrequentTexts.KINDS_MAX);
    private final RobotHits robotHits;
    private final RowBuffers buffers = new RowBuffers();
    private boolean opening;
    private final AtomicInteger rejectsLeft;
    private @Nullable Throwable failure;

    IngestRun(
            JudgeRules rules,
            IngestOptions options,
            InputQueue queue,
            BatchWriter batches,
            RejectSink rejects,
            Meter meter) {
        this.rules = rules;
        this.options = options;
        this.queue = queue;
        this.batches = batches;
        this.rejects = rejects;
        this.meter = meter;
        effects = BatchWriter.effects(rules.pages());
        seed = rules.hash().of("unmatched paths");
        unmatched = new UnmatchedPaths(seed);
        robotHits = new RobotHits(rules.robots());
        rejectsLeft = new AtomicInteger(options.rejectsMax());
    }

    IngestResult run() throws IOException, InputException {
        List<Thread> others = new ArrayList<>();
        try {
            for (int i = 1; i < options.threads(); i++) {
                Thread other = new Thread(this::work, "comptoir-read-" + i);
                other.setDaemon(true);
                other.start();
                others.add(other);
            }
            work();
            join(others);
            throwFailure();
            batches.flush();
            unknownToQueue.forEach(queue::add);
        } finally {
            closeAll();
        }
        records.sort(Comparator.comparingInt(InputRecord::number));
        malformed.sort(Comparator.comparingInt(IngestResult.Malformed::input));
        int kept = options.rejectsMax() - rejectsLeft.get();
        return new IngestResult(
                List.copyOf(records),
                List.copyOf(queue.repeats),
                kept,
                List.copyOf(malformed),
                unmatched.most(FREQUENT),
                robotHits.most(FREQUENT),
                otherSites());
    }

    private List<IngestResult.OtherSite> otherSites() {
        return otherSites.most(FREQUENT).stream()
                .filter(site -> site.getValue() >= ACTIONS_MIN)
                .map(site -> new IngestResult.OtherSite(site.getKey(), site.getValue()))
                .toList();
    }

    private void work() {
        try {
            UnmatchedPaths mine = new UnmatchedPaths(seed);
            Worker worker = new Worker(options.unmatchedPaths() ? mine : LineWatcher.NONE);
            worker.work();
            synchronized (lock) {
                unmatched.add(mine);
                otherSites.add(worker.judge.otherSites());
                robotHits.add(worker.judge.robotHits());
            }
        } catch (IOException | InputException | RuntimeException | Error thrown) {
            fail(thrown);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            fail(new InterruptedIOException("reading was interrupted"));
        }
    }

    /** What one thread has for itself. */
    private final class Worker {
        private final LineJudge judge = new LineJudge(rules, effects);
        private final PieceJudge pieceJudge;
        private final LineReader reader = rules.format().newReader();
        private final Piece piece = new Piece(options.pieceBytes());
        private JudgeMaps maps = new JudgeMaps(0);

        Worker(LineWatcher watcher) {
            pieceJudge = new PieceJudge(rules.format(), judge, watcher, buffers);
        }

        void work() throws IOException, InputException, InterruptedException {
            OpenInput input = choose(null);
            while (input != null) {
                if (input.pieces.next(piece)) {
                    LineReader only = input.onlyReader;
                    int rejectsMax = Math.max(rejectsLeft.get(), InputTally.EXAMPLES);
                    PieceResult result = pieceJudge.judge(piece, only == null ? reader : only, input.part, rejectsMax);
                    handIn(input, result, judge.names.news());
                    judge.names.forgetWhenLarge();
                    release(input, false);
                } else {
                    release(input, true);
                }
                input = choose(input);
            }
        }

        private void handIn(OpenInput input, PieceResult result, JudgeNames.News news)
                throws IOException, InputException, InterruptedException {
            synchronized (lock) {
                if (maps.epoch != news.epoch) {
                    maps = new JudgeMaps(news.epoch);
                }
                maps.add(news);
                input.waiting.put(result.piece, new OpenInput.Judged(result, maps));
                addUp(input);
                while (input.waiting.size() > AHEAD_MAX && failure == null) {
                    lock.wait();
                }
            }
        }
    }

    /** Gives the input to take the next piece from, or null when there is nothing more to do. */
    private @Nullable OpenInput choose(@Nullable OpenInput current)
            throws IOException, InputException, InterruptedException {
        while (true) {
            synchronized (lock) {
                if (failure != null) {
                    return null;
                }
                Optional<OpenInput> next =
                        current != null && current.takesMore() ? Optional.of(current) : Optional.empty();
                if (next.isEmpty() && !mayOpen()) {
                    next = open.stream().filter(OpenInput::takesMore).findFirst();
                    if (next.isEmpty()) {
                        if (queue.isEmpty() && open.isEmpty() && !opening) {
                            return null;
                        }
                        lock.wait();
                        continue;
                    }
                }
                if (next.isPresent()) {
                    next.get().users++;
                    return next.get();
                }
                opening = true;
                unknownToQueue.forEach(queue::add);
                unknownToQueue.clear();
            }
            openNext();
        }
    }

    private boolean mayOpen() throws IOException, InputException {
        return !opening && !queue.isEmpty() && open.size() < options.threads() && !queue.mustWaitFor(open);
    }

    private void openNext() throws IOException, InputException {
        Optional<OpenInput> opened = queue.open();
        synchronized (lock) {
            opened.ifPresent(open::add);
            opening = false;
            lock.notifyAll();
        }
    }

    private void release(OpenInput input, boolean exhausted) throws IOException, InputException {
        synchronized (lock) {
            input.users--;
            input.exhausted |= exhausted;
            if (input.exhausted && input.users == 0 && !input.finished && failure == null) {
                finish(input);
            }
            lock.notifyAll();
        }
    }

    /** Adds up the pieces whose turn it is. */
    private void addUp(OpenInput input) throws IOException, InputException {
        OpenInput.Judged judged = input.waiting.remove(input.nextPiece);
        while (judged != null) {
            PieceResult result = judged.result();
            int linesBefore = input.tally.lines();
            input.tally.add(result);
            WrongFormat.check(input.input, rules.format(), input.tally, false);
            batches.add(result.rows, judged.maps(), linesBefore, () -> meter.part(open));
            batches.extracted(result.extractions, linesBefore);
            buffers.giveBack(result.rows);
            putRejects(input, result, linesBefore);
            input.nextPiece++;
            judged = input.waiting.remove(input.nextPiece);
        }
        meter.say(open);
        lock.notifyAll();
    }

    private void putRejects(OpenInput input, PieceResult result, int linesBefore) throws IOException {
        int count = Math.min(result.rejects.size(), rejectsLeft.get());
        for (PieceResult.Reject reject : result.rejects.subList(0, count)) {
            rejects.take(input.part.number(), linesBefore + reject.line, reject.bytes);
        }
        rejectsLeft.addAndGet(-count);
    }

    private void finish(OpenInput input) throws IOException, InputException {
        WrongFormat.check(input.input, rules.format(), input.tally, true);
        input.finished = true;
        input.content.close();
        open.remove(input);
        InputRecord record = input.tally.record();
        records.add(record);
        malformed.addAll(input.tally.malformed());
        unknownToQueue.add(record);
        meter.finished(input);
        meter.say(open);
    }

    private void fail(Throwable thrown) {
        synchronized (lock) {
            if (failure == null) {
                failure = thrown;
            } else if (failure != thrown) {
                failure.addSuppressed(thrown);
            }
            opening = false;
            lock.notifyAll();
        }
    }

    private void throwFailure() throws IOException, InputException {
        Throwable thrown = failure;
        if (thrown instanceof IOException io) {
            throw io;
        } else if (thrown instanceof InputException input) {
            throw input;
        } else if (thrown instanceof RuntimeException runtime) {
            throw runtime;
        } else if (thrown instanceof Error error) {
            throw error;
        }
    }

    /** Waits for the other threads, which end by themselves when there is nothing more to do or one of them failed. */
    private void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException now) {
                    interrupted = true;
                    fail(new InterruptedIOException("reading was interrupted"));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeAll() throws IOException {
        synchronized (lock) {
            for (OpenInput input : open) {
                input.content.close();
            }
        }
        queue.removeCopies();
    }
}
