package fr.comptoir.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.TitleChanges;
import fr.comptoir.model.site.TitleChanges.Basis;
import fr.comptoir.model.site.TitleChanges.Change;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitlesSectionTest {
    private static TitleChanges read(String more) throws Exception {
        return SiteFile.parse("comptoir.yml", Path.of("."), """
                        platform: {id: alpha, name: Alpha, time_zone: UTC}
                        log: {format: combined}
                        pages: [{path: "/{item}", action: request}]
                        """ + more).config().titles();
    }

    private static String problem(String... changes) {
        String text = "titles:\n  changes:\n    - " + String.join("\n    - ", changes) + "\n";
        StringBuilder said = new StringBuilder();
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(InputException.class, e -> said.append(e.problems()));
        return said.toString();
    }

    @Test
    void eachReleaseHasItsWording() throws Exception {
        assertThat(read("")).isEqualTo(TitleChanges.NONE);
        assertThat(read("""
                titles:
                  release_5: content
                  release_51: month
                  changes: [{from: a, to: b, month: 2026-03}]
                """))
                .isEqualTo(new TitleChanges(
                        Basis.CONTENT, Basis.MONTH, List.of(new Change("a", "b", YearMonth.of(2026, 3)))));
    }

    @Test
    void whatCannotBeIsSaid() {
        assertThat(problem("{from: a, to: a, month: 2026-03}")).contains("the old title itself");
        assertThat(problem("{from: a, to: b, month: March}")).contains("'March' is no month written yyyy-mm");
        assertThat(problem("{from: a, to: b, month: 2026-03}", "{from: a, to: c, month: 2026-04}"))
                .contains("'a' has become 'b' already");
        assertThat(problem("{from: a, to: b, month: 2026-03}", "{from: b, to: a, month: 2026-05}"))
                .contains("'a' begins in 2026-05 and ends in 2026-03");
        assertThat(problem("{from: a, month: 2026-03}")).contains("to");
    }
}
