package fr.comptoir.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexNamesTest {
    @Test
    void idsThatDifferInSignsHaveNamesThatDiffer() {
        Map<String, String> names = IndexNames.of(Map.of("univ a", "", "univ-a", "", "Univ/A", "", "univ-b", ""));
        assertThat(new HashSet<>(names.values())).hasSize(4).allMatch(IndexName::isGood);
        assertThat(names)
                .as("the one that is called so keeps it, and so does who is alone")
                .containsEntry("univ-a", "univ-a")
                .containsEntry("univ-b", "univ-b");
        assertThat(names.get("univ a")).matches("univ-a-[0-9a-f]{1,8}");
    }

    @Test
    void aNameThatWasChosenStays() {
        Map<String, String> names = IndexNames.of(Map.of("u1", "b-univ", "B/Univ", ""));
        assertThat(names).containsEntry("u1", "b-univ");
        assertThat(names.get("B/Univ")).startsWith("b-univ-").satisfies(IndexName::isGood);
    }

    @Test
    void whoComesLaterChangesNoMarkedName() {
        Map<String, String> two = new LinkedHashMap<>(Map.of("fr/1", "", "fr:1", ""));
        Map<String, String> before = IndexNames.of(two);
        two.put("fr 1", "");
        assertThat(IndexNames.of(two)).containsAllEntriesOf(before).hasSize(3);
    }

    @Test
    void longNamesStayNames() {
        String end = "x".repeat(IndexName.LENGTH_MAX - 2);
        assertThat(IndexNames.of(Map.of("a/" + end, "", "a:" + end, "")).values())
                .doesNotHaveDuplicates()
                .allMatch(IndexName::isGood);
    }

    @Test
    void aNameIsTakenByWhoHasItOrWouldHaveIt() {
        Map<String, String> chosen = Map.of("Univ A", "", "u1", "b-univ", "fr/1", "", "fr:1", "");
        assertThat(IndexNames.of(chosen).values()).allMatch(name -> IndexNames.isTaken(name, chosen));
        String marked = IndexNames.of(Map.of("Univ A", "", "univ-a", "")).get("Univ A");
        assertThat(IndexNames.isTaken(marked, chosen))
                .as("what it is called when another comes")
                .isTrue();
        assertThat(IndexNames.isTaken("fr-1", chosen))
                .as("which nobody has, for two would")
                .isFalse();
        assertThat(IndexNames.isTaken("u1", chosen)).isFalse();
    }
}
