package fr.comptoir.server.ingestion;

import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.ingestion.Ingestion;
import fr.comptoir.operation.ingestion.IngestionPanels;
import fr.comptoir.operation.ingestion.MonthLedger;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.server.space.PageTexts;
import fr.comptoir.server.web.ListTable;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Today;
import fr.comptoir.store.action.HeldItems;
import fr.comptoir.store.state.Counted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What became of the lines of the logs: of all months, and of one by day and log. */
@Controller
final class IngestionController {
    private static final int SHOWN = 20;
    private static final int FREQUENT = 50;
    private static final int HELD_IN_FILE = 100_000;

    private static final ListTable<MonthLedger> HELD = ListTable.<MonthLedger>of("held")
            .column("Month", Kind.MONTH, MonthLedger::month)
            .column(
                    "Held_Unknown_Item",
                    Kind.COUNT,
                    month -> month.counted().map(Counted::held).orElse(0L));

    private final Site site;
    private final Today today;
    private final PageTexts texts;

    IngestionController(Site site, Today today, PageTexts texts) {
        this.site = site;
        this.today = today;
        this.texts = texts;
    }

    @GetMapping("/admin/ingestion")
    String months(Model model) throws IOException, InputException {
        Ingestion all = Ingestion.of(site);
        List<MonthLedger> months = months(all);
        put(model);
        model.addAttribute("months", Sheet.summed(IngestionPanels.months(months)));
        model.addAttribute("unmatched", Sheet.of(IngestionPanels.unmatched(all.unmatched(null, SHOWN))));
        model.addAttribute("rejects", Sheet.summed(IngestionPanels.rejects(all.rejects(null)), SHOWN));
        model.addAttribute("heldMonths", heldMonths(months));
        return "ingestion/ingestion";
    }

    private static List<MonthLedger> heldMonths(List<MonthLedger> months) {
        return months.stream()
                .filter(IngestionController::holds)
                .sorted(Comparator.comparing(MonthLedger::month).reversed())
                .toList();
    }

    private static List<MonthLedger> months(Ingestion all) {
        return all.months().stream().map(all::month).toList();
    }

    /** Whether items of a month were unknown when it was read, or are unknown as it was counted last. */
    private static boolean holds(MonthLedger month) {
        return month.lines().count(LineOutcome.HELD_UNKNOWN_ITEM) > 0
                || month.counted().map(Counted::held).orElse(0L) > 0;
    }

    private void put(Model model) {
        model.addAttribute("texts", texts);
        model.addAttribute("board", true);
    }

    @GetMapping({"/admin/ingestion.json", "/admin/ingestion.csv"})
    void monthsAsFile(HttpServletRequest request, HttpServletResponse response) throws IOException, InputException {
        Ingestion all = Ingestion.of(site);
        List<MonthLedger> months = months(all);
        List<Panel> panels = List.of(
                IngestionPanels.months(months),
                HELD.panel(heldMonths(months)),
                IngestionPanels.unmatched(all.unmatched(null, FREQUENT)),
                IngestionPanels.rejects(all.rejects(null)));
        TableFile.write(panels, "ingestion", request, response);
    }

    @GetMapping("/admin/months/{month}/ingestion")
    String month(@PathVariable String month, Model model) throws IOException, InputException {
        Ingestion all = Ingestion.of(site);
        MonthLedger found = find(all, month);
        MonthLedger before = all.month(found.month().minusMonths(1));
        List<Ingestion.Rejects> rejects = all.rejects(found.month());
        put(model);
        model.addAttribute("month", found);
        model.addAttribute("before", before);
        model.addAttribute("clues", Clue.of(found, before, rejects, today.get()));
        model.addAttribute("ledger", Sheet.of(IngestionPanels.ledger(found, before)));
        model.addAttribute("days", Sheet.summed(IngestionPanels.days(found)));
        model.addAttribute("logs", Sheet.summed(IngestionPanels.logs(found)));
        model.addAttribute("unmatched", Sheet.of(IngestionPanels.unmatched(all.unmatched(found.month(), SHOWN))));
        model.addAttribute("hasPathsOfNoMonth", all.hasPathsOfNoMonth(found.month()));
        model.addAttribute("patterns", Sheet.of(IngestionPanels.patterns(all.robots(found.month(), SHOWN))));
        model.addAttribute("hasUnknown", all.hasUnknownRobots(found.month()));
        model.addAttribute("rejects", Sheet.summed(IngestionPanels.rejects(rejects)));
        HeldItems held = held(all, found, SHOWN);
        model.addAttribute("heldItems", held);
        model.addAttribute("held", Sheet.of(IngestionPanels.held(held)));
        model.addAttribute("hasEarlier", all.months().contains(found.month().minusMonths(1)));
        model.addAttribute("hasLater", all.months().contains(found.month().plusMonths(1)));
        return "ingestion/month";
    }

    @GetMapping({"/admin/months/{month}/ingestion.json", "/admin/months/{month}/ingestion.csv"})
    void monthAsFile(@PathVariable String month, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InputException {
        Ingestion all = Ingestion.of(site);
        MonthLedger found = find(all, month);
        List<Panel> panels = List.of(
                IngestionPanels.days(found),
                IngestionPanels.logs(found),
                IngestionPanels.ledger(found, all.month(found.month().minusMonths(1))),
                IngestionPanels.unmatched(all.unmatched(found.month(), FREQUENT)),
                IngestionPanels.held(held(all, found, HELD_IN_FILE)),
                IngestionPanels.rejects(all.rejects(found.month())),
                IngestionPanels.patterns(all.robots(found.month(), FREQUENT)));
        TableFile.write(panels, "ingestion_" + found.month(), request, response);
    }

    private static HeldItems held(Ingestion all, MonthLedger month, int count) throws IOException {
        return holds(month) ? all.held(month.month(), count) : new HeldItems(0, 0, List.of());
    }

    private static MonthLedger find(Ingestion all, String month) {
        try {
            YearMonth wanted = YearMonth.parse(month);
            if (all.months().contains(wanted)) {
                return all.month(wanted);
            }
        } catch (DateTimeParseException e) {
            throw new NotFoundException("month " + e.getParsedString());
        }
        throw new NotFoundException("such month");
    }
}
