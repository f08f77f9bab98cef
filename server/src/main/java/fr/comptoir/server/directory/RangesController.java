package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.server.customers.CustomersSync;
import fr.comptoir.server.web.CustomerPath;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.PastedRanges;
import fr.comptoir.server.web.RangeTables;
import fr.comptoir.server.web.RangesJson;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Told;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customers' addresses: pasted, looked at, saved. */
@Controller
final class RangesController {
    /** For which a page waits for an answer, before it says that there is none yet. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final CustomersDatabase database;
    private final CustomersSync sync;
    private final Words words;
    private final RangeEffects effects;

    RangesController(CustomersDatabase database, CustomersSync sync, Words words, RangeEffects effects) {
        this.database = database;
        this.sync = sync;
        this.words = words;
        this.effects = effects;
    }

    @GetMapping("/admin/customers/{customer}/ranges")
    String page(@PathVariable String customer, Model model) {
        Customer found = put(customer, model);
        model.addAttribute("version", found.version());
        model.addAttribute("text", PastedRanges.text(database.addressRanges().of(found.customerId())));
        return "admin-ranges";
    }

    /** Nothing is kept: shows what the text means, and what looks wrong. */
    @PostMapping("/admin/customers/{customer}/ranges/check")
    String check(
            @PathVariable String customer,
            @RequestParam int version,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws InterruptedException {
        Customer found = put(customer, model);
        PastedRanges pasted = PastedRanges.read(text);
        if (isTooMany(pasted, model, locale, response)) {
            model.addAttribute("version", version);
            model.addAttribute("text", "");
            return "admin-ranges";
        }
        List<AddressRange> entries = pasted.entries();
        List<Fault> faults = database.addressRanges().check(found.customerId(), entries);
        List<AddressRange> before = database.addressRanges().of(found.customerId());
        model.addAttribute("version", version);
        model.addAttribute("text", text);
        model.addAttribute("reason", reason);
        model.addAttribute("pasted", pasted);
        model.addAttribute("size", pasted.size());
        model.addAttribute("normal", PastedRanges.text(entries));
        model.addAttribute("gone", PastedRanges.missing(before, entries));
        model.addAttribute("added", PastedRanges.missing(entries, before).size());
        model.addAttribute(
                "overlaps",
                faults.isEmpty() ? RangeOverlaps.of(database, found.customerId(), entries) : RangeOverlaps.NONE);
        model.addAttribute("faults", words.faults(faults, locale));
        model.addAttribute("mayBeSaved", faults.isEmpty());
        if (faults.isEmpty() && !found.isWithdrawn() && found.kind() != CustomerKind.PUBLISHER) {
            RangeEffects.Question question = effects.ask(found.customerId(), entries);
            RangeEffects.await(question, MOMENT);
            putEffect(question, model, locale);
        }
        return "admin-ranges";
    }

    private void putEffect(RangeEffects.Question question, Model model, Locale locale) {
        model.addAttribute("question", question);
        question.effect()
                .ifPresent(effect -> model.addAttribute(
                        "view", EffectView.of(effect, question.customer(), database, words, locale)));
    }

    /** What was asked with ranges that were looked at, once it takes longer than a moment. */
    @GetMapping("/admin/customers/{customer}/ranges/effect/{question}")
    String effect(
            @PathVariable String customer,
            @PathVariable("question") String id,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        RangeEffects.Question question = asked(put(customer, model), id);
        putEffect(question, model, locale);
        if (question.isWaiting()) {
            response.setHeader("Refresh", "4");
        }
        return "admin-effect";
    }

    private RangeEffects.Question asked(Customer customer, String id) {
        return effects.find(id, customer.customerId())
                .orElseThrow(() -> new NotFoundException("such question any more"));
    }

    @GetMapping({
        "/admin/customers/{customer}/ranges/effect/{question}.json",
        "/admin/customers/{customer}/ranges/effect/{question}.csv"
    })
    void effectAsFile(
            @PathVariable String customer,
            @PathVariable("question") String id,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Customer found = find(customer);
        List<Panel> panels = EffectTables.of(asked(found, id), database, words, locale);
        TableFile.write(panels, found.customerId(), request, response);
    }

    /** The list as other programs take it. */
    @GetMapping("/admin/customers/{customer}/ranges.json")
    ResponseEntity<byte[]> json(@PathVariable String customer) {
        Customer found = find(customer);
        String text = RangesJson.document(database.addressRanges().of(found.customerId()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ranges.json\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/admin/customers/{customer}/ranges.csv")
    void csv(@PathVariable String customer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Customer found = find(customer);
        List<AddressRange> kept = database.addressRanges().of(found.customerId());
        TableFile.write(List.of(RangeTables.kept(kept)), found.customerId(), request, response);
    }

    private boolean isTooMany(PastedRanges pasted, Model model, Locale locale, HttpServletResponse response) {
        if (!pasted.isCut()) {
            return false;
        }
        String many = words.say(locale, "ranges.tooMany", PastedRanges.LINES_MAX);
        model.addAttribute("faults", List.of(many));
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return true;
    }

    @PostMapping("/admin/customers/{customer}/ranges")
    String save(
            @PathVariable String customer,
            @RequestParam int version,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Customer found = put(customer, model);
        PastedRanges pasted = PastedRanges.read(text);
        if (isTooMany(pasted, model, locale, response)) {
            model.addAttribute("version", version);
            model.addAttribute("text", "");
            return "admin-ranges";
        }
        Author author = Viewer.of(request).author().because(reason);
        Outcome<List<AddressRange>> saved =
                database.addressRanges().save(found.customerId(), version, pasted.entries(), author);
        if (saved.isDone()) {
            effects.forget(found.customerId());
            sync.changed();
            Told.tell(saved, flash, words, locale);
            return "redirect:/admin/customers/" + CustomerPath.write(found.customerId()) + "/ranges";
        }
        boolean conflict = saved instanceof Outcome.Conflict;
        model.addAttribute("version", conflict ? found.version() : version);
        model.addAttribute("text", text);
        model.addAttribute("faults", words.refusal(saved, locale));
        response.setStatus((conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST).value());
        return "admin-ranges";
    }

    private Customer find(String customer) {
        return database.customers()
                .find(CustomerPath.read(customer))
                .orElseThrow(() -> new NotFoundException("such customer"));
    }

    private Customer put(String customer, Model model) {
        Customer found = find(customer);
        model.addAttribute("customer", found);
        return found;
    }
}
