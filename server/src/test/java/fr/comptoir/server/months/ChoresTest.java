package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.comptoir.server.months.Chores.Chore;
import fr.comptoir.server.months.Chores.Work;
import fr.comptoir.testkit.TestClock;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ChoresTest {
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Chores.class);

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(said);
    }

    private void run(Work work) {
        try (Chores chores = new Chores(
                "test",
                new TestClock("2026-01-01T00:00:00Z"),
                List.of(new Chore("something", Duration.ofMinutes(1), work)))) {
            chores.tick();
            assertThat(Thread.interrupted()).isEqualTo(said.list.get(0).getLevel() == Level.INFO);
        }
    }

    @Test
    void aServiceThatStopsIsNoError() {
        run(() -> {
            Thread.currentThread().interrupt();
            throw new IOException("the report could not be made", new ClosedByInterruptException());
        });
        assertThat(said.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.INFO);
        assertThat(said.list.get(0).getThrowableProxy()).isNull();
    }

    @Test
    void whatFailsIsOne() {
        run(() -> {
            throw new IOException("no disk");
        });
        assertThat(said.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR);
    }
}
