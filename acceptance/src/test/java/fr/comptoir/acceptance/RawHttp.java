package fr.comptoir.acceptance;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests that no well-behaved client would send. */
final class RawHttp {
    private RawHttp() {}

    /** The whole answer to a request line, head and body. */
    static String get(int port, String target, String protocol) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String request = "GET " + target + " " + protocol + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
