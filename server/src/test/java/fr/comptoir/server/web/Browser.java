package fr.comptoir.server.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who reads pages and sends forms, with the cookies of one browser; redirects are looked at, not followed. */
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private String token = "";

    public Browser(int port) {
        base = "http://localhost:" + port;
    }

    /** The cookies as a request has them. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends a form with the token of a page, as names and values by turns. */
    public HttpResponse<String> post(String path, String... form) throws IOException, InterruptedException {
        if (token.isEmpty()) {
            Matcher found = TOKEN.matcher(get("/").body());
            token = found.find() ? found.group(1) : "";
        }
        List<String> all = new ArrayList<>(List.of(form));
        all.addAll(List.of("_csrf", token));
        HttpResponse<String> answer = postWithoutToken(path, all.toArray(String[]::new));
        if (answer.headers().allValues("Set-Cookie").stream().anyMatch(cookie -> cookie.startsWith("form="))) {
            token = ""; // signing in or out makes another
        }
        return answer;
    }

    /** Sends a file with the other values of its form. */
    public HttpResponse<String> upload(String path, String name, String fileName, byte[] content, String... form)
            throws IOException, InterruptedException {
        if (token.isEmpty()) {
            Matcher found = TOKEN.matcher(get("/").body());
            token = found.find() ? found.group(1) : "";
        }
        String line = "--border\r\nContent-Disposition: form-data; name=\"";
        StringBuilder head = new StringBuilder(line + "_csrf\"\r\n\r\n" + token + "\r\n");
        for (int i = 0; i < form.length; i += 2) {
            head.append(line)
                    .append(form[i])
                    .append("\"\r\n\r\n")
                    .append(form[i + 1])
                    .append("\r\n");
        }
        head.append(line)
                .append(name)
                .append("\"; filename=\"")
                .append(fileName)
                .append("\"\r\n\r\n");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--border--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=border")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    public HttpResponse<String> postWithoutToken(String path, String... form) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < form.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(form[i])
                    .append('=')
                    .append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Where an answer leads, without the host; {@code ""} when it leads nowhere. */
    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
    }
}
