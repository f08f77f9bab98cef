package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.customer.AddressRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastedRangesTest {
    @Test
    void anEmailIsReadLineByLine() {
        PastedRanges pasted = PastedRanges.read("""
                Bonjour,
                - 134.174.0.0 255.255.0.0   # Campus | asked by phone
                > 192.0.2.1 - 192.0.2.9; 2001:db8::/48
                203.0.113.*
                192.0.2.300
                """);
        assertThat(texts(pasted))
                .containsExactly("134.174.0.0/16", "192.0.2.1-192.0.2.9", "2001:db8::/48", "203.0.113.0/24");
        assertThat(pasted.ranges().get(0).range().label()).isEqualTo("Campus");
        assertThat(pasted.ranges().get(0).range().note()).isEqualTo("asked by phone");
        assertThat(pasted.unread())
                .containsExactly(new PastedRanges.Unread(1, "Bonjour"), new PastedRanges.Unread(5, "192.0.2.300"));
    }

    @Test
    void wordsInARangeAndAroundItAreUnderstood() {
        PastedRanges pasted = PastedRanges.read("""
                de 192.0.2.1 à 192.0.2.9
                from 192.0.2.11 to 192.0.2.19.
                2001:db8::1 to 2001:db8::f
                198.51.100.0 mask 255.255.255.0
                198.51.101.0 netmask: 255.255.255.0
                - Campus nord : 203.0.113.0/26, 203.0.113.64/26
                203.0.113.128/26 (bibliothèque)
                203.0.113.192/27 – Service de la documentation
                "203.0.113.224/28", '203.0.113.240/28'
                Tél. : 01 02 03 04 05
                203.0.113.1 à Paris # Paris | by phone
                le 203.0.113.300 (bibliothèque)
                Bien cordialement : Jo
                """);
        assertThat(pasted.entries().stream()
                        .map(one -> one.range() + " " + one.label())
                        .map(String::strip))
                .containsExactly(
                        "192.0.2.1-192.0.2.9",
                        "192.0.2.11-192.0.2.19",
                        "2001:db8::1-2001:db8::f",
                        "198.51.100.0/24",
                        "198.51.101.0/24",
                        "203.0.113.0/26 Campus nord",
                        "203.0.113.64/26 Campus nord",
                        "203.0.113.128/26 bibliothèque",
                        "203.0.113.192/27 Service de la documentation",
                        "203.0.113.224/28",
                        "203.0.113.240/28",
                        "203.0.113.1 Paris");
        assertThat(pasted.unread())
                .containsExactly(
                        new PastedRanges.Unread(10, "Tél. : 01 02 03 04 05"),
                        new PastedRanges.Unread(12, "le 203.0.113.300 (bibliothèque)"),
                        new PastedRanges.Unread(13, "Bien cordialement : Jo"));
    }

    @Test
    void whatLooksWrongIsFlagged() {
        PastedRanges pasted = PastedRanges.read("10.1.0.0/16\n12.0.0.0/8\n12.1.0.0/16\n2001:db8::/32\n198.51.100.7/24");
        assertThat(pasted.ranges())
                .extracting(PastedRanges.Row::flags)
                .extracting(flags -> List.copyOf(flags))
                .containsExactly(
                        List.of(PastedRanges.Flag.PRIVATE),
                        List.of(PastedRanges.Flag.LARGE),
                        List.of(PastedRanges.Flag.INSIDE),
                        List.of(PastedRanges.Flag.LARGE),
                        List.of(PastedRanges.Flag.REWRITTEN));
    }

    @Test
    void aRangeOfOtherDaysIsNotInside() {
        PastedRanges pasted = PastedRanges.read("192.0.2.0/24@..2023-12-31\n192.0.2.0/25@2024-01-01..");
        assertThat(pasted.ranges()).allMatch(row -> !row.flags().contains(PastedRanges.Flag.INSIDE));
    }

    @Test
    void theSameTwiceIsKeptOnce() {
        assertThat(PastedRanges.read("192.0.2.7\n192.0.2.7/32").ranges()).hasSize(1);
    }

    @Test
    void aFewCharactersThatMeanMillionsOfRangesAreNotReadToTheEnd() {
        for (String text : List.of("0-255.0-255.7.9\n", "0-255.0-255.7.9, 0-255.0-255.7.10;", "x,", "a ( : [- x,")) {
            PastedRanges pasted = PastedRanges.read(text.repeat(30_000));
            assertThat(pasted.isCut()).isTrue();
            assertThat(pasted.ranges().size() + pasted.unread().size()).isBetween(20_001, 20_010);
        }
        assertThat(PastedRanges.read("192.0.2.7\n".repeat(20_000)).isCut()).isFalse();
        assertThat(PastedRanges.read("\n".repeat(20_001)).isCut()).isTrue();
    }

    @Test
    void labelsAndNotesComeBackWhateverTheyHave() {
        AddressRange bare = PastedRanges.read("192.0.2.0/24").entries().get(0);
        List<AddressRange> list = List.of(
                new AddressRange(bare.range(), bare.days(), "North | south", "first line\nsecond | line \\n C:\\new"),
                new AddressRange(bare.range(), bare.days(), "", "note # alone"));
        assertThat(PastedRanges.read(PastedRanges.text(list)).entries()).isEqualTo(list);
        assertThat(PastedRanges.read(RangesJson.document(list)).entries()).isEqualTo(list);
    }

    @Test
    void theTextOfAListIsReadAsTheSameList() {
        List<AddressRange> list = PastedRanges.read("192.0.2.0/24@2024-01-01..  # Nord | note\n2001:db8::1-2001:db8::9")
                .entries();
        assertThat(PastedRanges.read(PastedRanges.text(list)).entries()).isEqualTo(list);
    }

    private static List<String> texts(PastedRanges pasted) {
        return pasted.ranges().stream()
                .map(row -> row.range().range().toString())
                .toList();
    }
}
