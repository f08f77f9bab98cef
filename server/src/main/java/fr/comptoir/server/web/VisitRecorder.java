package fr.comptoir.server.web;

import fr.comptoir.customers.harvest.PageUses;
import fr.comptoir.server.settings.Ending;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds up what people open and download, and writes it into the database beside their requests. Safe for many threads. */
public final class VisitRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VisitRecorder.class);
    /** As long as harvests are. */
    private static final int YEARS_KEPT = 5;

    private final PageUses uses;
    private final Today today;
    private final Map<Key, PageUses.Day> waiting = new HashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "visits");
        thread.setDaemon(true);
        return thread;
    });

    VisitRecorder(PageUses uses, Today today) {
        this.uses = uses;
        this.today = today;
    }

    private record Key(String customer, LocalDate day) {}

    @SuppressWarnings("FutureReturnValueIgnored") // what runs tells of its failures itself
    void start() {
        writer.scheduleWithFixedDelay(this::writeBeside, 5, 5, TimeUnit.SECONDS);
        writer.scheduleWithFixedDelay(this::forget, 1, 24, TimeUnit.HOURS);
    }

    void opened(String customer) {
        add(new PageUses.Day(customer, today.get(), 1, 0));
    }

    void downloaded(String customer) {
        add(new PageUses.Day(customer, today.get(), 0, 1));
    }

    private void add(PageUses.Day use) {
        synchronized (waiting) {
            waiting.merge(
                    new Key(use.customerId(), use.day()),
                    use,
                    (some, more) -> new PageUses.Day(
                            some.customerId(), some.day(), some.pages() + more.pages(), some.files() + more.files()));
        }
    }

    /** All years of all customers in which somebody came, what waits to be written included. */
    public List<PageUses.Year> years() {
        write();
        return uses.years();
    }

    private void write() {
        List<PageUses.Day> some;
        synchronized (waiting) {
            some = new ArrayList<>(waiting.values());
            waiting.clear();
        }
        if (some.isEmpty()) {
            return;
        }
        try {
            uses.add(some);
        } catch (RuntimeException e) {
            some.forEach(this::add); // for the next time: there are few of them however long it lasts
            throw e;
        }
    }

    private void writeBeside() {
        try {
            write();
        } catch (RuntimeException e) {
            LOG.error("visits of the pages could not be recorded", e);
        }
    }

    private void forget() {
        try {
            uses.removeBefore(today.get().minusYears(YEARS_KEPT));
        } catch (RuntimeException e) {
            LOG.error("old visits could not be removed", e);
        }
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        Ending.of(writer);
        writeBeside();
    }
}
