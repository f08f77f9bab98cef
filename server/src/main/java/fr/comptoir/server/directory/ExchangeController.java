package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Texts;
import fr.comptoir.server.customers.CustomersSync;
import fr.comptoir.server.directory.CustomerRow.UnreadableFileException;
import fr.comptoir.server.web.Today;
import fr.comptoir.server.web.Told;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All customers in one file, out and in. A file is looked at first; what it would change is shown, and then it is taken or not. */
@Controller
final class ExchangeController {
    private static final String WAITING = "exchange";

    private final CustomersDatabase database;
    private final CustomersSync sync;
    private final Today today;
    private final Words words;

    ExchangeController(CustomersDatabase database, CustomersSync sync, Today today, Words words) {
        this.database = database;
        this.sync = sync;
        this.today = today;
        this.words = words;
    }

    @GetMapping("/admin/exchange")
    String page() {
        return "admin-exchange";
    }

    @GetMapping("/admin/exchange/customers.csv")
    ResponseEntity<byte[]> csv(HttpServletRequest request) {
        String text = CustomerCsv.write(rows(request));
        return file("text/csv", "csv", "\uFEFF" + text); // with the mark that spreadsheets look for
    }

    @GetMapping("/admin/exchange/customers.json")
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        return file("application/json", "json", CustomerJson.write(rows(request)));
    }

    /** An auditor sees no requestor_id, here as elsewhere. */
    private List<CustomerRow> rows(HttpServletRequest request) {
        List<CustomerRow> rows = new CustomerExchange(database).rows();
        return Viewer.of(request).isAdministrator()
                ? rows
                : rows.stream().map(CustomerRow::withoutRequestor).toList();
    }

    private ResponseEntity<byte[]> file(String type, String ending, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"customers_" + today.get() + "." + ending + "\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that waits for the word to take it. */
    private record Waiting(String name, String text) implements Serializable {}

    @PostMapping("/admin/exchange/check")
    String check(
            @RequestParam MultipartFile file,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String name = Texts.harmless(Objects.requireNonNullElse(file.getOriginalFilename(), ""), 200);
        model.addAttribute("fileName", name);
        try {
            String text = text(file.getBytes());
            CustomerRow.Read read = read(text);
            model.addAttribute("unread", read.unread());
            CustomerExchange.Taken would = new CustomerExchange(database).take(read.rows(), false, author(request));
            model.addAttribute("would", would);
            model.addAttribute("faults", words.faults(would.faults(), locale));
            if (would.faults().isEmpty()) {
                request.getSession().setAttribute(WAITING, new Waiting(name, text));
            } else {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
            }
        } catch (UnreadableFileException e) {
            model.addAttribute("faults", List.of(words.say(locale, "exchange.unreadable", name, sentence(e, locale))));
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        return "admin-exchange";
    }

    private String sentence(UnreadableFileException problem, Locale locale) {
        Object[] values = problem.values().stream()
                .map(value -> value instanceof CustomerRow.Place place
                        ? words.say(locale, place.key(), place.number())
                        : value)
                .toArray();
        return words.say(locale, problem.key(), values);
    }

    private static String text(byte[] bytes) throws UnreadableFileException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("exchange.bad.utf8");
        }
    }

    private static CustomerRow.Read read(String text) throws UnreadableFileException {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? CustomerJson.read(text) : CustomerCsv.read(text);
    }

    private static Author author(HttpServletRequest request) {
        return Viewer.of(request).author();
    }

    @PostMapping("/admin/exchange")
    String take(RedirectAttributes flash, Locale locale, HttpServletRequest request) throws UnreadableFileException {
        HttpSession session = request.getSession();
        if (session.getAttribute(WAITING) instanceof Waiting waiting) {
            session.removeAttribute(WAITING);
            CustomerExchange.Taken taken = new CustomerExchange(database)
                    .take(read(waiting.text()).rows(), true, author(request).because(waiting.name()));
            Told.tell(
                    taken.faults().isEmpty() ? Outcome.done(taken) : new Outcome.Refused<>(taken.faults()),
                    flash,
                    words,
                    locale);
            sync.changed();
        } else {
            Told.tell(Outcome.refused("file", Fault.Kind.BLANK, ""), flash, words, locale);
        }
        return "redirect:/admin/exchange";
    }
}
