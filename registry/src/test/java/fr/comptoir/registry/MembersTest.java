package fr.comptoir.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import java.time.LocalDate;
import java.util.List;
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

    private static List<String> ids(String consortium, String from, String to) {
        return Members.of(consortium, INSTITUTIONS, LocalDate.parse(from), LocalDate.parse(to)).stream()
                .map(Institution::customerId)
                .toList();
    }

    private static Institution member(String id, String... consortia) {
        return new Institution(0, id, id, "", "", "", "", "", List.of(), List.of(), List.of(consortia));
    }
}
