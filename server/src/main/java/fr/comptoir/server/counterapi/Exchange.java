package fr.comptoir.server.counterapi;

import fr.comptoir.report.RequestProblem;
import fr.comptoir.server.counterapi.ApiRequestLog.Entry;
import fr.comptoir.server.counterapi.ApiRequestLog.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One request of the API with its answer, and what is noted of it. Not thread-safe. */
final class Exchange {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApiPath path;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final long start;
    private final List<Told> told = new ArrayList<>();
    private String customer = "";
    private @Nullable Long keyId;
    private long bytes;

    Exchange(ApiPath path, HttpServletRequest request, HttpServletResponse response, long start) {
        this.path = path;
        this.request = request;
        this.response = response;
        this.start = start;
    }

    ApiPath path() {
        return path;
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return response;
    }

    boolean wantsBody() {
        return !request.getMethod().equals("HEAD");
    }

    void by(Requestor requestor) {
        customer = requestor.customer();
        keyId = requestor.keyId();
    }

    void problems(List<RequestProblem> problems) {
        problems.forEach(problem -> told.add(new Told(problem.code().number(), problem.data())));
    }

    /** What the header of the report tells, but for what the request was told of before. */
    void header(List<Told> exceptions) {
        List<Integer> before = told.stream().map(Told::code).toList();
        exceptions.stream().filter(one -> !before.contains(one.code())).forEach(told::add);
    }

    void sent(long count) {
        bytes = count;
    }

    /** Answers with JSON that nobody is to keep. */
    void json(int status, Object body) throws IOException {
        byte[] json = JSON.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(json.length);
        if (wantsBody()) {
            response.getOutputStream().write(json);
            bytes = json.length;
        }
    }

    /** Answers with one exception and nothing else. */
    void refuse(Refusal refusal) throws IOException {
        int code = refusal.code().number();
        if (told.stream().noneMatch(one -> one.code() == code)) {
            told.add(new Told(code, refusal.data()));
        }
        refusal.retryAfter()
                .ifPresent(after -> response.setHeader("Retry-After", Long.toString(Math.max(1, after.toSeconds()))));
        json(refusal.code().httpStatus(), ApiBodies.exception(path.release(), refusal));
    }

    /** What is noted once the answer is given. */
    Entry entry(long end) {
        String agent = request.getHeader("User-Agent");
        String query = request.getQueryString();
        return new Entry(
                path.release().code(),
                path.report(),
                customer,
                keyId,
                query == null ? "" : query,
                response.getStatus(),
                (end - start) / 1_000_000,
                bytes,
                agent == null ? "" : agent,
                told);
    }
}
