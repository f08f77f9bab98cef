package fr.comptoir.server.counterapi;

import fr.comptoir.model.code.Release;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.MakeReport.Answer;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.report.ExceptionCode;
import fr.comptoir.report.Reports;
import fr.comptoir.report.RequestProblem;
import fr.comptoir.server.counterapi.ApiPath.Kind;
import fr.comptoir.server.proxy.ClientNetwork;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The COUNTER API of both releases on one base. Every answer is JSON; what goes wrong is an exception of the Code with its HTTP status
 * (CoP 5.1, section 8 and appendix D; CoP 5.0.3, section 8 and appendix F).
 */
public final class CounterApi extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CounterApi.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PARAMETERS_MAX = 50;

    private final transient CurrentSite site;
    private final transient ApiKeys keys;
    private final transient GuessLimit guesses;
    private final transient RateLimit limit;
    private final transient ReportQueue queue;
    private final transient ReportBodies bodies;
    private final transient ApiRequestLog requests;
    private final String program;

    CounterApi(
            CurrentSite site,
            ApiKeys keys,
            GuessLimit guesses,
            RateLimit limit,
            ReportQueue queue,
            ReportBodies bodies,
            ApiRequestLog requests,
            String program) {
        this.site = site;
        this.keys = keys;
        this.guesses = guesses;
        this.limit = limit;
        this.queue = queue;
        this.bodies = bodies;
        this.requests = requests;
        this.program = program;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String below = request.getPathInfo();
        Optional<ApiPath> path = ApiPath.of(request.getServletPath() + (below == null ? "" : below));
        if (path.isEmpty()) {
            notFound(response, "There is no such path in the COUNTER API.");
        } else if (!List.of("GET", "HEAD").contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            problem(response, 405, "Method Not Allowed", "The COUNTER API is read with GET.");
        } else {
            answer(new Exchange(path.get(), request, response, System.nanoTime()));
        }
    }

    private void answer(Exchange exchange) throws IOException {
        try {
            answerOrRefuse(exchange);
        } catch (Refusal refusal) {
            refuse(exchange, refusal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.refuse(new Refusal(ExceptionCode.SERVICE_BUSY, ""));
        } catch (IOException | RuntimeException e) {
            failed(exchange, e);
        } finally {
            requests.ended(exchange.entry(System.nanoTime()));
        }
    }

    /** Release 5.1 has no exception for a report or a release that is not there, only the status (CoP 5.1, appendix D). */
    private static void refuse(Exchange exchange, Refusal refusal) throws IOException {
        if (exchange.path().release() == Release.R5_1 && refusal.code() == ExceptionCode.REPORT_NOT_SUPPORTED) {
            notFound(exchange.response(), "There is no such report in Release 5.1.");
        } else if (exchange.path().release() == Release.R5_1
                && refusal.code() == ExceptionCode.REPORT_VERSION_NOT_SUPPORTED) {
            notFound(exchange.response(), "There is no such release; the releases are 5 and 5.1.");
        } else {
            exchange.refuse(refusal);
        }
    }

    /** A client that went away hears nothing; any other failure is 1000, and what happened is in the log. */
    private static void failed(Exchange exchange, Exception e) throws IOException {
        if (exchange.response().isCommitted()) {
            LOG.info("an answer to {} was not taken to its end: {}", exchange.path(), e.toString());
            return;
        }
        LOG.error("{} cannot be answered", exchange.path(), e);
        exchange.refuse(
                new Refusal(ExceptionCode.SERVICE_NOT_AVAILABLE, "The failure is told in the log of the service."));
    }

    private void answerOrRefuse(Exchange exchange) throws Refusal, IOException, InterruptedException {
        ApiPath path = exchange.path();
        if (path.kind() == Kind.OTHER_RELEASE) {
            throw new Refusal(ExceptionCode.REPORT_VERSION_NOT_SUPPORTED, path.other());
        }
        ReportingSite now = site.get();
        if (path.kind() == Kind.OPENAPI) {
            String platform = now.site().config().platform().name();
            exchange.json(200, OpenApi.document(platform, program));
            return;
        }
        if (path.isPublic()) {
            exchange.json(200, ApiBodies.status(path.release(), now));
            return;
        }
        if (path.kind() == Kind.REPORT
                && Reports.find(path.release(), path.report()).isEmpty()) {
            throw new Refusal(ExceptionCode.REPORT_NOT_SUPPORTED, path.report());
        }
        Map<String, String> parameters = parameters(exchange.request());
        Requestor requestor =
                requestor(parameters, ClientNetwork.of(exchange.request().getRemoteAddr()), now);
        exchange.by(requestor);
        limit.count(requestor.name(), requestor.customer());
        switch (path.kind()) {
            case STATUS -> exchange.json(200, ApiBodies.status(path.release(), now));
            case REPORTS ->
                exchange.json(200, ApiBodies.reports(path.release(), now, parameters.getOrDefault("search", "")));
            case MEMBERS -> exchange.json(200, ApiBodies.members(path.release(), now, requestor.customer()));
            case REPORT -> report(exchange, requestor, parameters, now);
            case OPENAPI, OTHER_RELEASE -> throw new IllegalStateException("answered before");
        }
    }

    private Requestor requestor(Map<String, String> parameters, String address, ReportingSite now) throws Refusal {
        guesses.check(address);
        try {
            return Requestor.of(parameters, now, keys);
        } catch (Refusal refusal) {
            guesses.note(address, refusal);
            throw refusal;
        }
    }

    private void report(Exchange exchange, Requestor requestor, Map<String, String> parameters, ReportingSite now)
            throws Refusal, IOException, InterruptedException {
        ApiPath path = exchange.path();
        Answer answer = MakeReport.answer(
                now, path.report(), requestor.customer(), path.release().code(), parameters, program);
        exchange.problems(answer.problems());
        if (answer.report().isEmpty()) {
            throw fatal(answer.problems());
        }
        send(queue.get(answer.report().get()), exchange);
    }

    static Refusal fatal(List<RequestProblem> problems) {
        ExceptionCode code = problems.stream()
                .map(RequestProblem::code)
                .filter(ExceptionCode::isFatal)
                .min(Comparator.comparingInt(ExceptionCode::number))
                .orElseThrow();
        List<String> sentences = problems.stream()
                .filter(problem -> problem.code() == code)
                .map(RequestProblem::message)
                .toList();
        return new Refusal(code, String.join(" ", sentences));
    }

    private void send(KeptReport report, Exchange exchange) throws IOException {
        HttpServletResponse response = exchange.response();
        exchange.header(report.exceptions());
        response.setHeader("ETag", report.etag());
        response.addHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Comptoir-Fingerprint", report.fingerprint());
        if (matches(exchange.request().getHeader("If-None-Match"), report.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String accepted = exchange.request().getHeader("Accept-Encoding");
        Encoding encoding = Encoding.of(accepted == null ? "" : accepted, bodies.hasBrotli());
        response.setContentType("application/json;charset=UTF-8");
        if (encoding != Encoding.IDENTITY) {
            response.setHeader("Content-Encoding", encoding.token());
        }
        byte[] small = bodies.small(report, encoding);
        if (small != null) {
            response.setContentLength(small.length);
            exchange.sent(small.length);
        }
        if (!exchange.wantsBody()) {
            return;
        }
        if (small != null) {
            response.getOutputStream().write(small);
        } else {
            exchange.sent(bodies.stream(report, encoding, response.getOutputStream()));
        }
    }

    private static boolean matches(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && List.of(ifNoneMatch.split(",", -1)).stream()
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(etag) || ("W/" + one).equals(etag));
    }

    /** Names in lower case; of a name that is repeated the values as one list, what is said twice once. */
    private static Map<String, String> parameters(HttpServletRequest request) throws Refusal {
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, String[]> all = read(request);
        if (all.size() > PARAMETERS_MAX) {
            throw new Refusal(
                    ExceptionCode.INSUFFICIENT_INFORMATION, "more than " + PARAMETERS_MAX + " parameters were sent");
        }
        Map<String, Set<String>> values = new LinkedHashMap<>();
        all.forEach((name, some) -> values.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new LinkedHashSet<>())
                .addAll(List.of(some)));
        values.forEach((name, some) -> parameters.put(name, String.join("|", some)));
        return parameters;
    }

    private static Map<String, String[]> read(HttpServletRequest request) throws Refusal {
        try {
            return request.getParameterMap();
        } catch (InvalidParameterException e) {
            throw new Refusal(
                    ExceptionCode.INSUFFICIENT_INFORMATION,
                    "the parameters cannot be read; they are few, in UTF-8 and percent-encoded");
        }
    }

    private static void notFound(HttpServletResponse response, String detail) throws IOException {
        problem(response, HttpServletResponse.SC_NOT_FOUND, "Not Found", detail);
    }

    /** What is no exception of the Code (RFC 9457). */
    private static void problem(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
