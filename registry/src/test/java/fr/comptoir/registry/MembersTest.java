package fr.comptoir.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MembersTest {
    private static final List<Institution> INSTITUTIONS = List.of(
            member("u2", "net@2024-01-01..2024-06-30"),
            member("u1", "other", "net"),
            member("u3", "net@2024-07-01.."),
            member("dept", "u1"),
            member("net", "land"));

    @Test
    void onlyThoseWhoWereMembersThenAndNotTheirOwnMembers() {
        assertThat(ids("net", "2024-06-01", "2024-06-30")).containsExactly("u1", "u2");
        assertThat(ids("net", "2024-06-30", "2024-07-01")).containsExactly("u1", "u2", "u3");
        assertThat(ids("land", "2024-06-01", "2024-06-30")).containsExactly("net");
        assertThat(ids("u2", "2024-06-01", "2024-06-30")).isEmpty();
    }

    @Test
    void membersOfMembersBelongToAConsortiumTooOnTheirDays() {
        assertThat(belonging("net", "2024-06-30")).containsExactly("dept", "u1", "u2");
        assertThat(belonging("net", "2024-07-01")).containsExactly("dept", "u1", "u3");
        assertThat(belonging("land", "2024-07-01")).containsExactly("dept", "net", "u1", "u3");
        assertThat(belonging("u2", "2024-07-01")).isEmpty();
    }

    @Test
    void thatTwoBelongToEachOtherEnds() {
        Map<String, Institution> circle = Map.of("a", member("a", "b"), "b", member("b", "a"));
        assertThat(Members.belongs("a", "none", circle, LocalDate.of(2024, 1, 1)))
                .isFalse();
        assertThat(Members.belongs("a", "b", circle, LocalDate.of(2024, 1, 1))).isTrue();
    }

    private static List<String> belonging(String consortium, String day) {
        Map<String, Institution> all = new TreeMap<>();
        INSTITUTIONS.forEach(one -> all.put(one.customerId(), one));
        return all.keySet().stream()
                .filter(id -> Members.belongs(id, consortium, all, LocalDate.parse(day)))
                .toList();
    }

    private static List<String> ids(String consortium, String from, String to) {
        return Members.of(consortium, INSTITUTIONS, LocalDate.parse(from), LocalDate.parse(to)).stream()
                .map(Institution::customerId)
                .toList();
    }

    private static Institution member(String id, String... consortia) {
        return new Institution(0, id, id, "", "", "", "", "", List.of(), List.of(), List.of(consortia));
    }
}
