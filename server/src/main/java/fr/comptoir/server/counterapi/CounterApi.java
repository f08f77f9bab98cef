package fr.comptoir.server.counterapi;

import fr.comptoir.model.code.Release;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.MakeReport.Answer;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.report.ExceptionCode;
import fr.comptoir.report.Reports;
import fr.comptoir.report.RequestProblem;
import fr.comptoir.server.counterapi.ApiPath.Kind;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final transient RateLimit limit;
    private final transient ReportQueue queue;
    private final transient ReportBodies bodies;
    private final transient Harvests harvests;
    private final String program;

    CounterApi(
            CurrentSite site,
            ApiKeys keys,
            RateLimit limit,
            ReportQueue queue,
            ReportBodies bodies,
            Harvests harvests,
            String program) {
        this.site = site;
        this.keys = keys;
        this.limit = limit;
        this.queue = queue;
        this.bodies = bodies;
        this.harvests = harvests;
        this.program = program;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ApiPath> path = ApiPath.of(request.getRequestURI().isEmpty() ? "/" : decoded(request));
        if (path.isEmpty()) {
            notFound(response, "There is no such path in the COUNTER API.");
        } else if (!List.of("GET", "HEAD").contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            problem(response, 405, "Method Not Allowed", "The COUNTER API is read with GET.");
        } else {
            answer(path.get(), request, response);
        }
    }

    private static String decoded(HttpServletRequest request) {
        String below = request.getPathInfo();
        return request.getServletPath() + (below == null ? "" : below);
    }

    private void answer(ApiPath path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Harvests.Harvest harvest =
                harvests.begin(path.release().code(), path.kind().name(), path.report());
        try {
            Map<String, String> parameters = parameters(request);
            answer(path, parameters, harvest, request, response);
        } catch (Refusal refusal) {
            harvest.refused(refusal.code().number());
            refuse(path.release(), refusal, request, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse(path.release(), new Refusal(ExceptionCode.SERVICE_BUSY, ""), request, response);
        } catch (IOException | RuntimeException e) {
            failed(path, e, harvest, request, response);
        } finally {
            harvest.end(response.getStatus(), request.getHeader("User-Agent"));
        }
    }

    /** A client that went away hears nothing; any other failure is 1000, and what happened is in the log. */
    private static void failed(
            ApiPath path,
            Exception e,
            Harvests.Harvest harvest,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            LOG.info("an answer to {} was not taken to its end: {}", path, e.toString());
            return;
        }
        LOG.error("{} cannot be answered", path, e);
        harvest.refused(ExceptionCode.SERVICE_NOT_AVAILABLE.number());
        refuse(path.release(), new Refusal(ExceptionCode.SERVICE_NOT_AVAILABLE, ""), request, response);
    }

    private void answer(
            ApiPath path,
            Map<String, String> parameters,
            Harvests.Harvest harvest,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Refusal, IOException, InterruptedException {
        ReportingSite now = site.get();
        if (path.isPublic()) {
            write(response, request, 200, ApiBodies.status(path.release(), now, List.of()));
            return;
        }
        if (path.kind() == Kind.REPORT
                && Reports.find(path.release(), path.report()).isEmpty()) {
            unknownReport(path);
        }
        Requestor requestor = Requestor.of(parameters, now, keys);
        harvest.by(requestor.name(), requestor.customer());
        limit.count(requestor.name(), requestor.customer());
        switch (path.kind()) {
            case STATUS -> write(response, request, 200, ApiBodies.status(path.release(), now, List.of()));
            case REPORTS ->
                write(
                        response,
                        request,
                        200,
                        ApiBodies.reports(path.release(), now, parameters.getOrDefault("search", "")));
            case MEMBERS -> write(response, request, 200, ApiBodies.members(path.release(), now, requestor.customer()));
            case REPORT -> report(path, requestor, parameters, now, harvest, request, response);
        }
    }

    /** Release 5 has an exception for it, Release 5.1 has not (CoP 5.1, appendix D). */
    private static void unknownReport(ApiPath path) throws Refusal {
        throw new Refusal(ExceptionCode.REPORT_NOT_SUPPORTED, path.release() == Release.R5 ? path.report() : "");
    }

    private void report(
            ApiPath path,
            Requestor requestor,
            Map<String, String> parameters,
            ReportingSite now,
            Harvests.Harvest harvest,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Refusal, IOException, InterruptedException {
        harvest.asked(parameters);
        Answer answer = MakeReport.answer(
                now, path.report(), requestor.customer(), path.release().code(), parameters, program);
        harvest.problems(answer.problems());
        if (answer.report().isEmpty()) {
            throw fatal(answer.problems());
        }
        send(queue.get(answer.report().get()), request, response);
    }

    private static Refusal fatal(List<RequestProblem> problems) {
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

    private void send(KeptReport report, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", report.etag());
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Comptoir-Fingerprint", report.fingerprint());
        if (matches(request.getHeader("If-None-Match"), report.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String accepted = request.getHeader("Accept-Encoding");
        Encoding encoding = Encoding.of(accepted == null ? "" : accepted, bodies.hasBrotli());
        response.setContentType("application/json;charset=UTF-8");
        if (encoding != Encoding.IDENTITY) {
            response.setHeader("Content-Encoding", encoding.token());
        }
        byte[] small = bodies.small(report, encoding);
        if (small != null) {
            response.setContentLength(small.length);
        }
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        if (small != null) {
            response.getOutputStream().write(small);
        } else {
            bodies.stream(report, encoding, response.getOutputStream());
        }
    }

    private static boolean matches(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && List.of(ifNoneMatch.split(",", -1)).stream()
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(etag) || ("W/" + one).equals(etag));
    }

    /** Names in lower case; of a name that is repeated the values as one list. */
    private static Map<String, String> parameters(HttpServletRequest request) throws Refusal {
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, String[]> all = request.getParameterMap();
        if (all.size() > PARAMETERS_MAX) {
            throw new Refusal(
                    ExceptionCode.INSUFFICIENT_INFORMATION, "more than " + PARAMETERS_MAX + " parameters were sent");
        }
        all.forEach((name, values) -> parameters.merge(
                name.toLowerCase(Locale.ROOT), String.join("|", values), (one, more) -> one + "|" + more));
        return parameters;
    }

    private static void refuse(
            Release release, Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean gone = release == Release.R5_1 && refusal.code().httpStatus() == HttpServletResponse.SC_NOT_FOUND;
        if (gone) {
            notFound(response, "There is no such report in Release 5.1.");
            return;
        }
        refusal.retryAfter()
                .ifPresent(after -> response.setHeader("Retry-After", Long.toString(Math.max(1, after.toSeconds()))));
        write(response, request, refusal.code().httpStatus(), ApiBodies.exception(release, refusal));
    }

    private static void write(HttpServletResponse response, HttpServletRequest request, int status, Object body)
            throws IOException {
        byte[] json = JSON.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(json.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(json);
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
