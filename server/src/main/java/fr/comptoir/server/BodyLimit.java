package fr.comptoir.server;

import fr.comptoir.server.proxy.ClientNetwork;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Keeps threads free for whoever sends no body. A client that begins to send one and does not go on holds the thread that waits for it, so
 * that a hundred of them would hold all; of them there are some at a time, and fewer from one address. Who is one too many gets 503.
 */
final class BodyLimit extends ValveBase {
    /** Of {@link ServerProperties#THREADS} threads. */
    static final int TOGETHER = 60;

    static final int FROM_ONE_ADDRESS = 30;

    private static final long LEFT_MAX = 2L << 20;
    private static final String BUSY = "{\"title\":\"Too many forms are being sent; try again\",\"status\":503}";
    private static final String RETRY_SECONDS = "20";

    private final Predicate<String> isProxy;
    private final Semaphore places = new Semaphore(TOGETHER);
    private final Map<String, Integer> addresses = new ConcurrentHashMap<>();

    /** @param isProxy whether many people come from this address */
    BodyLimit(Predicate<String> isProxy) {
        super(true);
        this.isProxy = isProxy;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!hasBody(request)) {
            getNext().invoke(request, response);
        } else if (List.of("GET", "HEAD").contains(request.getMethod())) {
            getNext().invoke(request, response); // nobody reads it
            if (!request.isAsync()) {
                response.finishResponse();
                doNotWaitForIt(request);
            }
        } else if (enter(request.getRemoteAddr())) {
            try {
                getNext().invoke(request, response);
                readWhatIsLeft(request, response);
            } finally {
                leave(request.getRemoteAddr());
            }
        } else {
            refuse(response);
            doNotWaitForIt(request);
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** The connection is closed after the answer. */
    private static void doNotWaitForIt(Request request) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    /** Without a page: what makes pages would read the form. */
    private static void refuse(Response response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", RETRY_SECONDS);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(BUSY.getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
    }

    private boolean enter(String address) {
        if (!places.tryAcquire()) {
            return false;
        }
        boolean room = addresses.merge(ClientNetwork.of(address), 1, Integer::sum) <= FROM_ONE_ADDRESS
                || isProxy.test(address);
        if (!room) {
            leave(address);
        }
        return room;
    }

    private void leave(String address) {
        addresses.computeIfPresent(ClientNetwork.of(address), (any, count) -> count == 1 ? null : count - 1);
        places.release();
    }

    /** Tomcat would, after this; but then who does not send it is no longer counted. A browser that still sends would not hear the answer. */
    private static void readWhatIsLeft(Request request, Response response) throws IOException {
        AtomicBoolean isRead = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, isRead);
        if (isRead.get() || request.isAsync()) {
            return;
        }
        response.finishResponse();
        try {
            if (!isDropped(request)) {
                doNotWaitForIt(request);
            }
        } catch (EOFException gone) {
            doNotWaitForIt(request); // the client: there is nobody to be answered, and nothing for a person to do
        }
    }

    /** Reads the rest; false when it is longer than anybody waits for. */
    private static boolean isDropped(Request request) throws IOException {
        Dropped dropped = new Dropped();
        long left = LEFT_MAX;
        for (int read = request.getCoyoteRequest().doRead(dropped); read >= 0 && left > 0; ) {
            left -= read;
            read = request.getCoyoteRequest().doRead(dropped);
        }
        return left > 0;
    }

    /** What is read and not kept. */
    private static final class Dropped implements ApplicationBufferHandler {
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer given) {
            buffer = given;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // What is given is taken as it is.
        }
    }
}
