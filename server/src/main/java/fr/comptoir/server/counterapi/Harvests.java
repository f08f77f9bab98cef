package fr.comptoir.server.counterapi;

import fr.comptoir.report.RequestProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Who harvests what, with what result: each request of the API once, when it is answered. Secrets are not in it. */
public final class Harvests {
    private static final List<String> SECRETS = List.of("api_key", "requestor_id", "customer_id");

    private final Consumer<Harvest> log;
    private final LongSupplier nanoTime;

    /**
     * Harvests that are told to somebody.
     *
     * @param log hears of each when it has ended; it must not fail
     * @param nanoTime a clock that only measures
     */
    public Harvests(Consumer<Harvest> log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    Harvest begin(String release, String kind, String report) {
        return new Harvest(release, kind, report, nanoTime.getAsLong());
    }

    /** One request. */
    public final class Harvest {
        private final String release;
        private final String kind;
        private final String report;
        private final long start;
        private final List<Integer> exceptions = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private Map<String, String> asked = Map.of();
        private String requestor = "";
        private String customer = "";
        private int status;
        private long milliseconds;
        private String agent = "";

        private Harvest(String release, String kind, String report, long start) {
            this.release = release;
            this.kind = kind;
            this.report = report;
            this.start = start;
        }

        void by(String name, String whose) {
            requestor = name;
            customer = whose;
        }

        void asked(Map<String, String> parameters) {
            asked = new TreeMap<>(parameters);
            asked.keySet().removeAll(SECRETS);
        }

        void problems(List<RequestProblem> found) {
            found.forEach(problem -> {
                exceptions.add(problem.code().number());
                problems.add(problem.message());
            });
        }

        void refused(int code) {
            if (!exceptions.contains(code)) {
                exceptions.add(code);
            }
        }

        void end(int httpStatus, @Nullable String userAgent) {
            status = httpStatus;
            milliseconds = (nanoTime.getAsLong() - start) / 1_000_000;
            agent = userAgent == null ? "" : userAgent;
            log.accept(this);
        }

        /** Release of the Code, {@code 5} or {@code 5.1}. */
        public String release() {
            return release;
        }

        /** STATUS, REPORTS, REPORT or MEMBERS. */
        public String kind() {
            return kind;
        }

        /** Id of the report as it was written; {@code ""} for the other kinds. */
        public String report() {
            return report;
        }

        /** Id of the key or the requestor_id; {@code ""} when it is not known. */
        public String requestor() {
            return requestor;
        }

        /** {@code ""} when it is not known. */
        public String customer() {
            return customer;
        }

        /** Parameters without those that say who asks, by name. */
        public Map<String, String> asked() {
            return asked;
        }

        /** Numbers of the exceptions that come of the request. */
        public List<Integer> exceptions() {
            return List.copyOf(exceptions);
        }

        /** What is wrong with the request, in sentences. */
        public List<String> problems() {
            return List.copyOf(problems);
        }

        public int status() {
            return status;
        }

        public long milliseconds() {
            return milliseconds;
        }

        /** The name of the program that asks, as it gives it. */
        public String agent() {
            return agent;
        }
    }
}
