package fr.comptoir.server.space;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.month.MonthNote;
import fr.comptoir.customers.month.MonthNotes;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.server.web.CustomerPath;
import fr.comptoir.server.web.Told;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people wrote of months: each note stands above its month on the overview. */
@Controller
final class NotesController {
    private final Spaces spaces;
    private final Answers answers;
    private final CustomersDatabase database;
    private final Words words;

    NotesController(Spaces spaces, PageTexts texts, CustomersDatabase database, Words words) {
        this.spaces = spaces;
        this.answers = new Answers(texts);
        this.database = database;
        this.words = words;
    }

    private List<MonthNote> notes(String customerId) {
        return database.monthNotes().seenBy(customerId, Institution.THE_WORLD);
    }

    @GetMapping("/space/{customer}/notes")
    String page(@PathVariable String customer, Model model) throws IOException {
        Asked asked = spaces.read(customer, Map.of(), Set.of());
        model.addAttribute("customer", asked.customer());
        model.addAttribute("texts", answers.texts());
        model.addAttribute("notes", notes(asked.customer().customerId()));
        model.addAttribute("month", asked.last());
        model.addAttribute("longest", MonthNotes.TEXT_MAX);
        return "space-notes";
    }

    @GetMapping({"/space/{customer}/notes.json", "/space/{customer}/notes.csv"})
    void file(@PathVariable String customer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Asked asked = spaces.read(customer, Map.of(), Set.of());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (MonthNote note : notes(asked.customer().customerId())) {
            rows.add(List.of(note.month(), note.customerId(), note.english(), note.french()));
        }
        List<Column> columns = List.of(
                new Column("Month", Kind.MONTH),
                new Column("Customer_ID", Kind.ID),
                new Column("English", Kind.TEXT),
                new Column("French", Kind.TEXT));
        Panel panel = new Panel("notes", Picture.NONE, Optional.empty(), columns, rows);
        answers.write(asked, "notes", List.of(panel), request, response);
    }

    /** Writes a note for the readers of this space; of the whole platform, for everybody. */
    @PostMapping("/space/{customer}/notes")
    String add(
            @PathVariable String customer,
            @RequestParam String month,
            @RequestParam(name = "text_en", defaultValue = "") String english,
            @RequestParam(name = "text_fr", defaultValue = "") String french,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        String customerId = spaces.customer(customer).customerId();
        Outcome<MonthNote> outcome = month.strip().matches("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])")
                ? database.monthNotes()
                        .add(
                                customerId,
                                YearMonth.parse(month.strip()),
                                english,
                                french,
                                Viewer.of(request).author())
                : Outcome.refused("month", Fault.Kind.FORM, month);
        Told.tell(outcome, flash, words, locale);
        return "redirect:/space/" + CustomerPath.write(customerId) + "/notes";
    }

    /** Takes a note back. */
    @PostMapping("/space/{customer}/notes/{note}/remove")
    String remove(
            @PathVariable String customer,
            @PathVariable long note,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        String customerId = spaces.customer(customer).customerId();
        Told.tell(
                database.monthNotes()
                        .remove(customerId, note, Viewer.of(request).author()),
                flash,
                words,
                locale);
        return "redirect:/space/" + CustomerPath.write(customerId) + "/notes";
    }
}
