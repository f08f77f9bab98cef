package fr.comptoir.server.mail;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.mail.Mail;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.server.web.ListTable;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Told;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mails that wait, failed, are in doubt or were sent. */
@Controller
final class MailsController {
    private static final int ROWS = 50;
    private static final int SENT_ROWS = 20;

    /** Those that need a person first. */
    private static final List<Mail.State> STATES = List.of(
            Mail.State.IN_DOUBT,
            Mail.State.FAILED,
            Mail.State.WAITING,
            Mail.State.CLAIMED,
            Mail.State.HANDED_OVER,
            Mail.State.SENT);

    /** What is in a mail is its reader's affair. */
    private static final ListTable<Mail> TABLE = ListTable.<Mail>of("mails")
            .column("State", Kind.CODE, Mail::state)
            .column("To", Kind.TEXT, Mail::address)
            .column("Kind", Kind.CODE, Mail::template)
            .column("Queued_At", Kind.MOMENT, Mail::queuedAt)
            .column("Next_Attempt_At", Kind.MOMENT, MailsController::next)
            .column("Attempts", Kind.COUNT, Mail::attempts)
            .column("Last_Error", Kind.TEXT, Mail::lastError);

    private final CustomersDatabase database;
    private final Notices notices;
    private final Words words;

    MailsController(CustomersDatabase database, Notices notices, Words words) {
        this.database = database;
        this.notices = notices;
        this.words = words;
    }

    private static @Nullable Instant next(Mail mail) {
        return mail.state() == Mail.State.WAITING ? mail.nextAttemptAt() : null;
    }

    @GetMapping({"/admin/mails.json", "/admin/mails.csv"})
    void mailsAsFile(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Mail> mails = new ArrayList<>();
        STATES.forEach(state ->
                mails.addAll(TableFile.rows(0, ask -> database.outbox().in(state, ask))));
        TableFile.write(List.of(TABLE.panel(mails)), "admin", request, response);
    }

    @GetMapping("/admin/mails")
    String mails(Model model) {
        Map<Mail.State, Page<Mail>> mails = new LinkedHashMap<>();
        for (Mail.State state : STATES) {
            int rows = state == Mail.State.SENT ? SENT_ROWS : ROWS;
            mails.put(state, database.outbox().in(state, Page.first(rows)));
        }
        model.addAttribute("mails", mails);
        model.addAttribute("areSent", notices.areSent());
        return "mail/mails";
    }

    @PostMapping("/admin/mails/{mail}")
    String resolve(@PathVariable long mail, @RequestParam boolean again, RedirectAttributes flash, Locale locale) {
        boolean resolved = database.outbox().resolve(mail, again);
        Outcome<Long> outcome =
                resolved ? Outcome.done(mail) : Outcome.refused("state", Fault.Kind.STATE, Long.toString(mail));
        Told.tell(outcome, flash, words, locale);
        return "redirect:/admin/mails";
    }
}
