package fr.comptoir.server.web;

import fr.comptoir.customers.base.Page;
import fr.comptoir.operation.WholeFile;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.PanelFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** The tables of a page that answer no question about usage, as files at its address. */
public final class TableFile {
    /** Most rows of a long list that a file has, the first ones. */
    public static final int ROWS_MAX = 10_000;

    private static final String PANEL = "panel";

    private TableFile() {}

    /**
     * Answers with tables as the path ends: all of them as JSON, the first as CSV, or the one that the address asks for with {@code panel=}.
     *
     * @param name of the file, without ending
     */
    public static void write(List<Panel> panels, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<Panel> chosen = chosen(panels, request.getParameter(PANEL));
        if (request.getRequestURI().endsWith(".json")) {
            response.setContentType("application/json");
            PanelFile.writeJson(chosen, response.getOutputStream());
            return;
        }
        Panel panel = chosen.get(0);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(WholeFile.name("csv", name, panel.id()))
                        .build()
                        .toString());
        PanelFile.writeCsv(panel, response.getOutputStream());
    }

    private static List<Panel> chosen(List<Panel> panels, @Nullable String id) {
        List<Panel> chosen = panels.stream()
                .filter(panel -> id == null || panel.id().equals(id))
                .toList();
        if (chosen.isEmpty()) {
            throw new WrongValueException(
                    PANEL, String.valueOf(id), panels.stream().map(Panel::id).toList());
        }
        return chosen;
    }

    /** The rows of a list that pages show in parts, from one on. */
    public static <T> List<T> rows(int from, Function<Page.Ask, Page<T>> list) {
        List<T> rows = new ArrayList<>();
        boolean more = true;
        while (more && rows.size() < ROWS_MAX) {
            int next = Math.max(0, from) + rows.size();
            Page<T> part = list.apply(new Page.Ask(next, Math.min(Page.LIMIT, ROWS_MAX - rows.size())));
            rows.addAll(part.rows());
            more = part.hasMore() && !part.rows().isEmpty();
        }
        return rows;
    }
}
