package fr.comptoir.server.proxy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of a trusted proxy with only those forwarded headers, each once, that the proxy answers for. A proxy that writes
 * {@code X-Forwarded-*} passes on the {@code Forwarded} of whoever asks it, so that of both the former is believed. No prefix of paths is
 * taken: the service is served from the root of its host.
 */
final class BelievedRequest extends HttpServletRequestWrapper {
    private static final String FOR = "x-forwarded-for";
    private static final String FORWARDED = "forwarded";
    private static final List<String> PLAIN =
            List.of("x-forwarded-proto", "x-forwarded-host", "x-forwarded-port", "x-forwarded-ssl");
    static final List<String> ALL = List.of(
            FORWARDED,
            FOR,
            "x-forwarded-proto",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-ssl",
            "x-forwarded-prefix");

    private final Map<String, String> believed = new LinkedHashMap<>();

    BelievedRequest(HttpServletRequest request, TrustedProxies proxies) {
        super(request);
        for (String name : PLAIN) {
            String value = request.getHeader(name);
            if (value != null) {
                believed.put(name, value);
            }
        }
        proxies.client(Collections.list(request.getHeaders(FOR))).ifPresent(client -> believed.put(FOR, client));
        if (believed.isEmpty()) {
            proxies.element(Collections.list(request.getHeaders(FORWARDED)))
                    .ifPresent(element -> believed.put(FORWARDED, element));
        }
    }

    @Override
    public @Nullable String getHeader(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return ALL.contains(key) ? believed.get(key) : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if (!ALL.contains(key)) {
            return super.getHeaders(name);
        }
        String value = believed.get(key);
        return value == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(value));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(name -> ALL.contains(name.toLowerCase(Locale.ROOT)));
        names.addAll(believed.keySet());
        return Collections.enumeration(names);
    }
}
