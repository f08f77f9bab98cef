package fr.comptoir.server.space;

import fr.comptoir.operation.view.Field;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.store.usage.CatalogueNames.Found;
import fr.comptoir.store.usage.CatalogueNames.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a reader may mean by the text that she types: publishers, packages and titles of the catalogue, and items by their DOI, of which a publisher sees its own. Whether
 * anybody used them plays no part.
 */
@Controller
final class SuggestionsController {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 6;

    private final Spaces spaces;
    private final Answers answers;

    SuggestionsController(Spaces spaces, PageTexts texts) {
        this.spaces = spaces;
        this.answers = new Answers(texts);
    }

    @GetMapping("/space/{customer}/suggestions.json")
    void suggest(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Asked asked = spaces.asTyped(customer, parameters, Set.of());
        if (!asked.problems().isEmpty()) {
            answers.refuse(asked, request, response);
            return;
        }
        List<Map<String, String>> suggestions =
                asked
                        .site()
                        .catalogueNames()
                        .find(asked.view().text(), asked.view().publishers(), MOST)
                        .stream()
                        .map(SuggestionsController::suggestion)
                        .toList();
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(Map.of("suggestions", suggestions)));
    }

    private static Map<String, String> suggestion(Found found) {
        Map<String, String> suggestion = new LinkedHashMap<>();
        Field field = found.kind() == Kind.ITEM
                ? Field.TITLE
                : Field.valueOf(found.kind().name());
        suggestion.put("kind", found.kind().name().toLowerCase(Locale.ROOT));
        suggestion.put("field", field.wanted());
        suggestion.put("value", found.value());
        suggestion.put("name", found.name());
        suggestion.put("said", found.said());
        return suggestion;
    }
}
