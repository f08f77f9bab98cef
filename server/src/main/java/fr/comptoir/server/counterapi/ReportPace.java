package fr.comptoir.server.counterapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.comptoir.operation.ReportWork;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How long reports take here, from those that this service made: of the last ones of the same kind the time for each counted action, times
 * those of the report that is asked about. The kind is the report, its attributes and whose usage it adds up; where none of it was made,
 * all of the same report. Nothing is known before the first. Safe for many threads.
 */
public final class ReportPace {
    private static final int KINDS_MAX = 1000;
    /** Older ones were made of other months, on a machine that did other things. */
    private static final int LAST = 20;

    private record Kind(String report, List<String> attributes, Optional<ReportWork.Whose> whose) {
        static Kind of(ReportWork work) {
            return new Kind(work.report(), work.attributes(), Optional.of(work.whose()));
        }

        static Kind any(ReportWork work) {
            return new Kind(work.report(), List.of(), Optional.empty());
        }
    }

    private record Taken(long actions, long nanos) {}

    private final LongSupplier nanos;
    private final Cache<Kind, Deque<Taken>> taken =
            Caffeine.newBuilder().maximumSize(KINDS_MAX).build();

    /**
     * Begins with nothing measured.
     *
     * @param nanos a clock for distances, as {@link System#nanoTime}
     */
    public ReportPace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A report that is being made. */
    public final class Measure {
        private final ReportWork work;
        private final long begin = nanos.getAsLong();

        private Measure(ReportWork work) {
            this.work = work;
        }

        /** It is made, whole. */
        public void done() {
            if (work.actions() > 0) {
                Taken one = new Taken(work.actions(), nanos.getAsLong() - begin);
                add(Kind.of(work), one);
                add(Kind.any(work), one);
            }
        }
    }

    /** Begins to measure; what is not {@link Measure#done} is not counted. */
    public Measure begin(ReportWork work) {
        return new Measure(work);
    }

    private void add(Kind kind, Taken one) {
        taken.asMap().compute(kind, (any, before) -> {
            Deque<Taken> last = before == null ? new ArrayDeque<>() : new ArrayDeque<>(before);
            last.addLast(one);
            if (last.size() > LAST) {
                last.removeFirst();
            }
            return last;
        });
    }

    /** How long a report will take; empty when nothing like it was made since the start. */
    public Optional<Duration> estimate(ReportWork work) {
        return estimate(Kind.of(work), work).or(() -> estimate(Kind.any(work), work));
    }

    private Optional<Duration> estimate(Kind kind, ReportWork work) {
        Deque<Taken> last = taken.getIfPresent(kind);
        if (last == null) {
            return Optional.empty();
        }
        double time = last.stream().mapToLong(Taken::nanos).sum();
        double actions = last.stream().mapToLong(Taken::actions).sum();
        return Optional.of(Duration.ofNanos(Math.round(time / actions * work.actions())));
    }
}
