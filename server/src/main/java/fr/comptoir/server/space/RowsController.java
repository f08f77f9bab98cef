package fr.comptoir.server.space;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.RawRows;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.operation.view.ViewProblem.Kind;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.server.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows behind the pages of a view: of titles or of items, or of institutions where they stand side by side. */
@Controller
final class RowsController {
    private static final String TITLE = "title";

    private final Spaces spaces;
    private final Answers answers;
    private final ComparedInstitutions institutions;

    RowsController(Spaces spaces, PageTexts texts, CustomersDatabase database) {
        this.spaces = spaces;
        this.answers = new Answers(texts);
        this.institutions = new ComparedInstitutions(database);
    }

    @GetMapping({"/space/{customer}/rows.csv", "/space/{customer}/rows.xlsx"})
    void rows(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Asked asked = spaces.read(customer, parameters, Set.of(Links.BY));
        String by = parameters.getOrDefault(Links.BY, List.of(TITLE)).get(0);
        List<String> allowed = allowed(asked, Viewer.of(request));
        if (!allowed.contains(by)) {
            asked = asked.with(List.of(new ViewProblem(Kind.VALUE, Links.BY, by, String.join(", ", allowed))));
        }
        if (!asked.problems().isEmpty()) {
            answers.refuse(asked, request, response);
        } else if (by.equals(Links.INSTITUTION)) {
            writeInstitutions(asked, request, response);
        } else {
            writeFacts(asked, by.equals(Links.ITEM), request, response);
        }
    }

    /** Institutions are told apart for whom the page of them is. */
    private static List<String> allowed(Asked asked, Viewer viewer) {
        List<String> allowed = new ArrayList<>(List.of(TITLE, Links.ITEM));
        if (asked.comparesInstitutions() && viewer.mayRead(asked.customer().customerId())) {
            allowed.add(Links.INSTITUTION);
        }
        return allowed;
    }

    private void writeInstitutions(Asked asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Panel rows = institutions.rows(asked);
        if (!isWorkbook(request) || fits(rows.rows().size(), request, response)) {
            answers.write(asked, "institutions", List.of(rows), request, response);
        }
    }

    private void writeFacts(Asked asked, boolean byItem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (RawRows rows = RawRows.of(asked.site(), asked.view(), byItem)) {
            if (!isWorkbook(request)) {
                Answers.head(asked, "rows", "all", "csv", Answers.CSV, response);
                rows.writeCsv(response.getOutputStream());
            } else if (fits(rows.size(), request, response)) {
                Answers.head(asked, "rows", "all", "xlsx", Answers.XLSX, response);
                rows.writeXlsx(response.getOutputStream());
            }
        }
    }

    private static boolean isWorkbook(HttpServletRequest request) {
        return request.getRequestURI().endsWith("xlsx");
    }

    /** Whether so many rows fit into a sheet; else the answer says so. */
    private boolean fits(long rows, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (rows <= RawRows.SHEET_MAX) {
            return true;
        }
        ViewProblem tooMany =
                new ViewProblem(Kind.TOO_MANY_ROWS, "rows", Long.toString(rows), Long.toString(RawRows.SHEET_MAX));
        answers.refuse(List.of(tooMany), request, response);
        return false;
    }
}
