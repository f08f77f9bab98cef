package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every page that shows data has it at its own address. The list of those without stands here by hand: a page that is added is found. */
class TwinRoutesTest {
    /** What shows no data of the service: ways in, forms, words, pictures, and files that are their own data. */
    private static final Set<String> WITHOUT_DATA = Set.of(
            "/",
            "/app/**",
            "/sign-in",
            "/sign-in/code",
            "/sign-in/federation",
            "/sign-in/with/{provider}",
            "/sign-in/back/{provider}",
            "/welcome",
            "/api/doc",
            "/guide",
            "/first/{token}",
            "/invitation/{token}",
            "/unsubscribe/{token}",
            "/shared/{link}",
            "/partners/{customer}/logo",
            "/partners/{customer}/join",
            "/account/code",
            "/space/{customer}/logo",
            "/space/{customer}/reports/file",
            "/space/{customer}/reports/annual",
            "/space/{customer}/reports/pack",
            "/admin/new-customer",
            "/admin/exchange");

    @Test
    void everyPageHasItsDataAtItsAddressBehindTheSameRight() {
        Map<String, Right> rights = Access.ROUTES.stream()
                .filter(route -> route.method().equals("GET"))
                .collect(Collectors.toMap(Access.Route::pattern, Access.Route::right));
        assertThat(rights).containsKeys(WITHOUT_DATA.toArray(String[]::new));
        rights.forEach((page, right) -> {
            if (!page.matches(".*\\.(json|csv|xlsx)") && !WITHOUT_DATA.contains(page)) {
                assertThat(rights).containsEntry(page + ".json", right).containsEntry(page + ".csv", right);
            }
        });
    }
}
