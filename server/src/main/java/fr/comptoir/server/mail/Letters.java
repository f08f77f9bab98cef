package fr.comptoir.server.mail;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.mail.Mail;
import fr.comptoir.customers.mail.Subscription;
import fr.comptoir.customers.month.Anomaly;
import fr.comptoir.customers.month.Restatement;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Site;
import fr.comptoir.server.web.CustomerPath;
import fr.comptoir.server.web.Words;
import fr.comptoir.server.web.Written;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the letter of a mail of the outbox, from what was kept of its event and what the database has now. */
final class Letters {
    private static final int ROWS = 25;

    private final CustomersDatabase database;
    private final Site site;
    private final Words words;
    private final AttachedReports reports;

    Letters(CustomersDatabase database, Site site, Words words, AttachedReports reports) {
        this.database = database;
        this.site = site;
        this.words = words;
        this.reports = reports;
    }

    /** The letter of a mail. */
    Letter of(Mail mail) throws IOException, InputException {
        Told told = new Told(mail, Locale.forLanguageTag(mail.language().code()), data(mail));
        return switch (mail.template()) {
            case Kinds.INVITATION -> invitation(told);
            case Kinds.NEW_REPORTS -> newReports(told);
            case Kinds.RESTATEMENT -> restatement(told);
            case Kinds.RESTATEMENT_DUE -> restatementDue(told);
            case Kinds.ANOMALIES -> anomalies(told);
            case Kinds.KEY_EXPIRES -> keyExpires(told);
            case Kinds.MONTH_BLOCKED -> monthBlocked(told);
            case Kinds.JOIN_ASKED -> joinAsked(told);
            case Kinds.JOIN_APPROVED -> joinApproved(told);
            case Kinds.JOIN_REFUSED -> joinRefused(told);
            default -> throw new IllegalArgumentException("there is no letter \"" + mail.template() + "\"");
        };
    }

    @SuppressWarnings("unchecked") // as Notices writes it
    private static Map<String, String> data(Mail mail) {
        return Notices.JSON.readValue(mail.data(), Map.class);
    }

    /** What is to be told, and how to say it. */
    private final class Told {
        private final Mail mail;
        private final Locale locale;
        private final Map<String, String> data;

        Told(Mail mail, Locale locale, Map<String, String> data) {
            this.mail = mail;
            this.locale = locale;
            this.data = data;
        }

        String get(String name) {
            return data.getOrDefault(name, "");
        }

        /** A sentence of this letter with the values of these names. */
        String say(String key, String... names) {
            return words.say(
                    locale,
                    "mail." + mail.template() + "." + key,
                    Stream.of(names).map(this::value).toArray());
        }

        /** Months and days as such, so that they are written as the language writes them. */
        private Object value(String name) {
            String text = get(name);
            if (text.isEmpty()) {
                return text;
            }
            return switch (name) {
                case "month" -> YearMonth.parse(text);
                case "due", "last", "day" -> LocalDate.parse(text);
                default -> text;
            };
        }

        Written written() {
            return new Written(locale, site.config().platform().timeZone());
        }

        String word(String key) {
            return words.say(locale, key);
        }

        Letter letter(List<String> paragraphs, List<List<String>> rows, String path) {
            return letter(paragraphs, rows, path, List.of());
        }

        Letter letter(
                List<String> paragraphs, List<List<String>> rows, String path, List<Letter.Attachment> attachments) {
            Optional<String> base = site.config().server().url();
            String platform = site.config().platform().name();
            return new Letter(
                    "[" + platform + "] " + say("subject", "month", "name"),
                    paragraphs,
                    rows,
                    base.filter(address -> !path.isEmpty())
                            .map(address -> new Letter.Link(say("link"), address + path)),
                    base.flatMap(address -> token().map(token -> address + "/unsubscribe/" + token)),
                    attachments);
        }

        private Optional<String> token() {
            String id = get("subscription");
            return id.isEmpty()
                    ? Optional.empty()
                    : database.subscriptions()
                            .find(Long.parseLong(id))
                            .map(found -> database.subscriptions().unsubscribeToken(found));
        }

        String space() {
            return "/space/" + CustomerPath.write(get("customer"));
        }
    }

    private static Letter invitation(Told told) {
        String kind = told.get("first").equals("true") ? "first" : "again";
        return new Letter(
                told.letter(List.of(), List.of(), "").subject(),
                List.of(told.say(kind), told.say("hours", "hours"), told.say("ignore")),
                List.of(),
                Optional.of(new Letter.Link(told.say("link"), told.get("link"))),
                Optional.empty(),
                List.of());
    }

    private Letter newReports(Told told) throws IOException, InputException {
        AttachedReports.Attached attached = told.get("delivery").equals(Subscription.Delivery.ATTACHMENT.name())
                ? reports.of(
                        told.get("customer"),
                        YearMonth.parse(told.get("month")),
                        List.of(told.get("reports").split(" ", -1)))
                : new AttachedReports.Attached(List.of(), List.of());
        List<String> paragraphs = new ArrayList<>(List.of(told.say("what", "month", "name")));
        if (!told.get("reports").isEmpty()) {
            paragraphs.add(told.say("reports", "reports"));
        }
        if (!attached.files().isEmpty()) {
            paragraphs.add(told.say("attached"));
        }
        if (!attached.leftOut().isEmpty()) {
            paragraphs.add(words.say(told.locale, "mail.new-reports.leftOut", String.join(", ", attached.leftOut())));
        }
        return told.letter(paragraphs, List.of(), told.space() + "/credentials", attached.files());
    }

    private Letter restatement(Told told) {
        List<Restatement.Change> changes =
                database.restatements().changes(Long.parseLong(told.get("restatement")), told.get("customer"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                told.word("change.report"),
                told.word("change.metric"),
                told.word("change.before"),
                told.word("change.after")));
        changes.stream()
                .limit(ROWS)
                .forEach(change -> rows.add(List.of(
                        change.report() + " (" + change.release() + ")",
                        change.metric(),
                        told.written().count(change.before()),
                        told.written().count(change.after()))));
        List<String> paragraphs =
                List.of(told.say("what", "month", "name"), told.say("reason", "reason"), told.say("harvest"));
        return told.letter(paragraphs, rows, told.space() + "/restatements/" + told.get("restatement"));
    }

    private static Letter restatementDue(Told told) {
        List<String> paragraphs =
                List.of(told.say("what", "month"), told.say("reason", "reason"), told.say("due", "due"));
        return told.letter(paragraphs, List.of(), "/admin/restatements/" + told.get("restatement"));
    }

    private Letter anomalies(Told told) {
        String customer = told.get("customer");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                told.word("anomaly.customer"),
                told.word("anomaly.subject"),
                told.word("change.metric"),
                told.word("anomaly.value"),
                told.word("anomaly.mean")));
        database.anomalies()
                .of(YearMonth.parse(told.get("month")), customer.isEmpty() ? null : customer, ROWS)
                .forEach(anomaly -> rows.add(row(anomaly, told.written())));
        String path = customer.isEmpty() ? "/admin/anomalies" : told.space() + "/anomalies";
        return told.letter(List.of(told.say("what", "month", "cases", "name"), told.say("people")), rows, path);
    }

    private static List<String> row(Anomaly anomaly, Written written) {
        return List.of(
                anomaly.customerId(),
                anomaly.name(),
                anomaly.metric(),
                written.count(anomaly.value()),
                written.decimal(anomaly.mean(), 1));
    }

    private static Letter keyExpires(Told told) {
        List<String> paragraphs = List.of(told.say("what", "key", "hint", "name", "day"), told.say("rotate"));
        return told.letter(paragraphs, List.of(), told.space() + "/credentials");
    }

    private static Letter joinAsked(Told told) {
        List<String> paragraphs = new ArrayList<>(List.of(told.say("what", "person", "email", "name")));
        if (!told.get("message").isEmpty()) {
            paragraphs.add(told.say("message", "message"));
        }
        return told.letter(paragraphs, List.of(), told.space() + "/requests");
    }

    private static Letter joinApproved(Told told) {
        Letter letter = told.letter(List.of(told.say("what", "name")), List.of(), "");
        return told.get("link").isEmpty() ? letter : letter.with(new Letter.Link(told.say("link"), told.get("link")));
    }

    private static Letter joinRefused(Told told) {
        List<String> paragraphs = new ArrayList<>(List.of(told.say("what", "name")));
        if (!told.get("reason").isEmpty()) {
            paragraphs.add(told.say("reason", "reason"));
        }
        return told.letter(paragraphs, List.of(), "/institutions");
    }

    private static Letter monthBlocked(Told told) {
        List<String> paragraphs = new ArrayList<>(List.of(told.say(told.get("stage"), "month", "last")));
        if (!Boolean.parseBoolean(told.get("end"))) {
            paragraphs.add(told.say("end"));
        }
        List<List<String>> rows = new ArrayList<>();
        if (!told.get("missing").isEmpty()) {
            rows.add(List.of(told.word("gap.from"), told.word("gap.to")));
            Stream.of(told.get("missing").split(";", -1))
                    .map(gap -> Stream.of(gap.split(" ", -1))
                            .map(told.written()::inText)
                            .toList())
                    .forEach(rows::add);
        }
        return told.letter(paragraphs, rows, "/admin/months");
    }
}
