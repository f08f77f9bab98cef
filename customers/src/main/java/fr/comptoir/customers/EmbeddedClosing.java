package fr.comptoir.customers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * When the embedded database is closed as a program ends.
 *
 * <p>H2 closes it in an exit hook, and the Java machine runs all hooks at the same time: a service that still answers when it is told to
 * stop loses its database under the requests in flight. H2 leaves the closing to the program with {@code DB_CLOSE_ON_EXIT=FALSE}, but not
 * for a database that several programs open, as a site's is. So a service takes the hook away, and runs it when it has ended itself.
 */
public final class EmbeddedClosing {
    private static final String HOOK = "org.h2.engine.OnExitDatabaseCloser";

    private final Runnable hook;
    private final Connection keptOpen;

    private EmbeddedClosing(Runnable hook, Connection keptOpen) {
        this.hook = hook;
        this.keptOpen = keptOpen;
    }

    /**
     * From now on no exit of this program closes an embedded database by itself.
     *
     * @return closes all that is open still, to be run once, as the last step of the exit; the same at each call
     */
    public static Runnable taken() {
        return Taken.CLOSING;
    }

    private static EmbeddedClosing take() {
        try {
            // H2 adds the hook with the first database that it opens, and again after all were closed: this one never
            // is.
            Connection keptOpen = DriverManager.getConnection("jdbc:h2:mem:;DB_CLOSE_ON_EXIT=TRUE");
            var field = Class.forName(HOOK).getDeclaredField("INSTANCE");
            field.setAccessible(true);
            Thread hook = (Thread) field.get(null);
            if (!Runtime.getRuntime().removeShutdownHook(hook)) {
                throw new IllegalStateException(HOOK + " is no exit hook of this release of H2");
            }
            return new EmbeddedClosing(hook, keptOpen);
        } catch (SQLException | ReflectiveOperationException e) {
            throw new IllegalStateException("this release of H2 has no exit hook " + HOOK + " to be taken away", e);
        }
    }

    private void close() {
        try {
            hook.run();
            keptOpen.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database could not be closed", e);
        }
    }

    /** Taken once in a program, however many sites it serves. */
    private static final class Taken {
        static final Runnable CLOSING = take()::close;
    }
}
