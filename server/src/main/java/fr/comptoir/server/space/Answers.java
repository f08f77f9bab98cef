package fr.comptoir.server.space;

import fr.comptoir.operation.WholeFile;
import fr.comptoir.operation.view.Comparison;
import fr.comptoir.operation.view.Field;
import fr.comptoir.operation.view.Overview;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.PanelFile;
import fr.comptoir.operation.view.Preset;
import fr.comptoir.operation.view.Terms;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.report.RequestProblem;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.server.web.Languages;
import fr.comptoir.server.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;

/** Answers of the pages of figures that are alike: what every page has, what is wrong with a question, and files. */
final class Answers {
    static final String CSV = "text/csv;charset=UTF-8";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** When to ask again for what is being made. */
    static final String AGAIN_SECONDS = "4";

    /** Pages that have nothing to show where no figure is counted by what narrows them. */
    private static final Set<String> OF_FILTERS = Set.of("overview", "titles", "packages", "routes");

    private final PageTexts texts;

    Answers(PageTexts texts) {
        this.texts = texts;
    }

    PageTexts texts() {
        return texts;
    }

    /**
     * Puts what every page of figures has.
     *
     * @return the page to show in place of the figures, where there can be none
     */
    Optional<String> put(Asked asked, String page, String more, Model model, HttpServletResponse response)
            throws IOException {
        model.addAttribute("customer", asked.customer());
        model.addAttribute("ownsPrices", asked.ownsPrices());
        model.addAttribute("view", asked.view());
        Viewer viewer = model.getAttribute("viewer") instanceof Viewer one ? one : Viewer.NOBODY;
        boolean examines = viewer.mayExamine(asked.customer().customerId());
        Links links = new Links(asked.view(), page, asked.last(), more, examines);
        model.addAttribute("links", links);
        model.addAttribute("texts", texts);
        model.addAttribute("titleNames", titleNames(asked));
        model.addAttribute("doubts", asked.problems().isEmpty() ? Doubt.of(asked) : Doubt.All.NONE);
        model.addAttribute(
                "meantText",
                asked.site()
                        .catalogueNames()
                        .meant(asked.view().text(), asked.view().publishers())
                        .orElse(null));
        model.addAttribute("first", asked.site().availability().first());
        model.addAttribute("presets", Preset.values());
        model.addAttribute("comparisons", Comparison.values());
        model.addAttribute("fields", Field.values());
        SortedSet<YearMonth> counted = Overview.known(asked.site(), asked.view());
        model.addAttribute("tables", new FigureTables(texts, links, counted, viewer));
        model.addAttribute("gaps", Gaps.of(asked.view(), counted).orElse(null));
        model.addAttribute("tab", page);
        if (!asked.problems().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problems", asked.problems());
            return Optional.of("space-problems");
        }
        if (!asked.isCounted()) {
            return Optional.of("space-uncounted");
        }
        boolean isApart = asked.view().isUncounted() && OF_FILTERS.contains(page);
        model.addAttribute("isApart", isApart);
        return isApart ? Optional.of("space-apart") : Optional.empty();
    }

    /** What the titles are called that narrow the view, by id. */
    private static Map<String, String> titleNames(Asked asked) throws IOException {
        Map<String, String> names = new HashMap<>();
        Terms titles = asked.view().terms(Field.TITLE);
        for (String id : titles.isAny() ? Set.<String>of() : union(titles.in(), titles.out())) {
            asked.site().catalogueNames().title(id, asked.view().publishers()).ifPresent(name -> names.put(id, name));
        }
        return names;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** What is wrong with a question for a file, one sentence a line. */
    void refuse(Asked asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(asked.problems(), request, response);
    }

    /** What is being made, and when to ask again, for a program: 202 (RFC 9110, section 15.3.3). */
    void putOff(String sentence, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = Locale.forLanguageTag(Languages.of(request).code());
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(texts.say(locale, sentence) + "\n");
    }

    void refuse(List<ViewProblem> problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale locale = Locale.forLanguageTag(Languages.of(request).code());
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("text/plain;charset=UTF-8");
        StringBuilder text = new StringBuilder();
        for (ViewProblem problem : problems) {
            text.append(sentence(problem, locale)).append('\n');
        }
        response.getWriter().write(text.toString());
    }

    /** What is wrong with a question for a report, one problem a line: the exception of the Code, and what it is about. */
    void refuseReport(List<RequestProblem> problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale locale = Locale.forLanguageTag(Languages.of(request).code());
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("text/plain;charset=UTF-8");
        StringBuilder text = new StringBuilder();
        for (RequestProblem problem : problems) {
            text.append(problem.data())
                    .append(": ")
                    .append(texts.exception(problem.code().number(), locale))
                    .append('\n');
        }
        response.getWriter().write(text.toString());
    }

    private String sentence(ViewProblem problem, Locale locale) {
        return texts.say(locale, "problem." + problem.kind(), problem.parameter(), problem.value(), problem.expected());
    }

    /**
     * The panels of a file.
     *
     * @param id the only one that is wanted, or null for all
     * @throws UnknownValueException when there is no such panel
     */
    static List<Panel> chosen(List<Panel> panels, @Nullable String id) {
        List<Panel> chosen = panels.stream()
                .filter(panel -> id == null || panel.id().equals(id))
                .toList();
        if (chosen.isEmpty()) {
            throw new UnknownValueException(
                    "panel", String.valueOf(id), panels.stream().map(Panel::id).toList());
        }
        return chosen;
    }

    /** The panels in the form that the path ends with: all of them as JSON, the first as a table. */
    void write(Asked asked, String page, List<Panel> panels, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI();
        String extension = path.substring(path.lastIndexOf('.') + 1);
        Panel first = panels.get(0);
        OutputStream out = response.getOutputStream();
        switch (extension) {
            case "json" -> {
                response.setContentType("application/json");
                PanelFile.writeJson(asked.view(), panels, out);
            }
            case "csv" -> {
                head(asked, page, first.id(), extension, CSV, response);
                PanelFile.writeCsv(first, out);
            }
            default -> {
                head(asked, page, first.id(), extension, XLSX, response);
                PanelFile.writeXlsx(first, out);
            }
        }
    }

    /** Says that the answer is a file to be kept, and what it is called. */
    static void head(
            Asked asked, String page, String part, String extension, String type, HttpServletResponse response) {
        View view = asked.view();
        String name = WholeFile.name(
                extension,
                asked.site().site().config().platform().id(),
                view.customer(),
                page,
                part,
                view.period().begin().toString(),
                view.period().end().toString());
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
