package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.registry.Members;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who belongs to whom among the institutions of a site, and what reports say of them. Each request of the API asks that, and each answer
 * goes through all institutions: what was asked is remembered. Safe for many threads.
 */
final class Affiliations {
    private static final int REMEMBERED = 5_000;

    private final Collection<Institution> institutions;
    private final Map<Span, List<Institution>> members = new ConcurrentHashMap<>();
    private final Map<String, String> described = new ConcurrentHashMap<>();

    Affiliations(Collection<Institution> institutions) {
        this.institutions = institutions;
    }

    private record Span(String consortium, LocalDate from, LocalDate to) {}

    /** The members of a consortium on any of some days, by ascending customer id. */
    List<Institution> members(String consortium, LocalDate from, LocalDate to) {
        return remembered(
                members,
                new Span(consortium, from, to),
                span -> List.copyOf(Members.of(span.consortium(), institutions, span.from(), span.to())));
    }

    /** What a report says of a customer beside its figures: its name and ids, and those of the members of a consortium. */
    String described(String customer) {
        return remembered(described, customer, this::describe);
    }

    private String describe(String customer) {
        return institutions.stream()
                .filter(one -> one.customerId().equals(customer)
                        || one.memberOf().stream().anyMatch(of -> of.equals(customer) || of.startsWith(customer + "@")))
                .map(one -> String.join(
                        "|",
                        one.customerId(),
                        one.name(),
                        one.isni(),
                        one.isil(),
                        one.ror(),
                        one.oclc(),
                        String.join(";", one.memberOf())))
                .collect(Collectors.joining("\n"));
    }

    /** Whoever asks for ever other days gets its answers, and no memory. */
    private static <K, V> V remembered(Map<K, V> known, K key, Function<K, V> made) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(key, made);
    }
}
