package fr.comptoir.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Texts of sets of customers in one period: each with all consortia of which it is a member, directly or through others. */
final class CustomerSets {
    private final Map<String, List<String>> consortia;
    private final Map<Set<String>, String> texts = new HashMap<>();

    /** @param consortia by customer, those of which it is directly a member in the period */
    CustomerSets(Map<String, List<String>> consortia) {
        this.consortia = consortia;
    }

    /** Ids sorted, each once, joined with {@code |}; {@code ""} for none. Equal sets have the same object. */
    String text(Collection<String> customers) {
        TreeSet<String> set = new TreeSet<>();
        customers.forEach(customer -> addWithConsortia(set, customer));
        return texts.computeIfAbsent(set, unseen -> String.join("|", unseen));
    }

    private void addWithConsortia(Set<String> set, String customer) {
        if (set.add(customer)) {
            consortia.getOrDefault(customer, List.of()).forEach(consortium -> addWithConsortia(set, consortium));
        }
    }
}
