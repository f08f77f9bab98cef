package fr.comptoir.server.counterapi;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.report.ExceptionCode;
import fr.comptoir.server.counterapi.ApiKeys.ApiKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and for whom (CoP 5.1, sections 8.2 and 10.3; CoP 5.0.3, section 8.2). A requestor is known by its requestor_id, by an api_key,
 * or by both, which must then both be right. It may ask for its own customer, for the members of its consortium as they are on the day of
 * the request, and for the world.
 *
 * @param name of the requestor: its requestor_id or the number of its key
 * @param keyId the number of its key; absent when it has none
 * @param own the customers it stands for itself
 * @param customer whose usage it asks for
 */
record Requestor(String name, @Nullable Long keyId, List<String> own, String customer) {

    /**
     * Finds out who asks.
     *
     * @throws Refusal 1030, 2000, 2010 or 2020
     */
    static Requestor of(Map<String, String> parameters, ReportingSite now, ApiKeys keys) throws Refusal {
        String customer = parameters.getOrDefault("customer_id", "").strip();
        String requestorId = parameters.getOrDefault("requestor_id", "").strip();
        String key = parameters.getOrDefault("api_key", "").strip();
        List<String> missing = new ArrayList<>();
        if (customer.isEmpty()) {
            missing.add("customer_id");
        }
        if (requestorId.isEmpty() && key.isEmpty()) {
            missing.add("requestor_id or api_key");
        }
        if (!missing.isEmpty()) {
            throw new Refusal(ExceptionCode.INSUFFICIENT_INFORMATION, String.join(", ", missing));
        }
        return known(customer, requestorId, key, now, keys);
    }

    private static Requestor known(String customer, String requestorId, String key, ReportingSite now, ApiKeys keys)
            throws Refusal {
        List<Refusal> reasons = new ArrayList<>();
        List<String> own = List.of();
        String name = requestorId;
        Long keyId = null;
        if (!requestorId.isEmpty()) {
            own = withRequestorId(requestorId, now);
            if (own.isEmpty()) {
                reasons.add(new Refusal(ExceptionCode.REQUESTOR_NOT_AUTHORIZED, ""));
            } else if (!mayAsk(own, customer, now)) {
                reasons.add(new Refusal(ExceptionCode.NOT_AUTHORIZED_FOR_INSTITUTION, ""));
            }
        }
        if (!key.isEmpty()) {
            Optional<ApiKey> found = keys.find(key);
            List<String> ofKey = found.map(ApiKey::customer).map(List::of).orElse(List.of());
            if (found.isEmpty() || (isKnown(customer, now) && !mayAsk(ofKey, customer, now))) {
                reasons.add(new Refusal(ExceptionCode.API_KEY_INVALID, ""));
            } else if (!isKnown(customer, now)) {
                reasons.add(new Refusal(ExceptionCode.NOT_AUTHORIZED_FOR_INSTITUTION, ""));
            }
            own = ofKey;
            name = found.map(one -> "key " + one.id()).orElse(name);
            keyId = found.map(ApiKey::id).orElse(null);
        }
        if (!reasons.isEmpty()) {
            throw Refusal.lowest(reasons);
        }
        return new Requestor(name, keyId, own, customer);
    }

    private static List<String> withRequestorId(String requestorId, ReportingSite now) {
        byte[] given = requestorId.getBytes(StandardCharsets.UTF_8);
        return now.institutions().stream()
                .filter(institution -> !institution.requestorId().isEmpty()
                        && MessageDigest.isEqual(institution.requestorId().getBytes(StandardCharsets.UTF_8), given))
                .map(Institution::customerId)
                .toList();
    }

    private static boolean isKnown(String customer, ReportingSite now) {
        return customer.equals(Institution.THE_WORLD)
                || now.institution(customer).isPresent();
    }

    private static boolean mayAsk(List<String> own, String customer, ReportingSite now) {
        if (own.isEmpty() || !isKnown(customer, now)) {
            return false;
        }
        return customer.equals(Institution.THE_WORLD)
                || own.contains(customer)
                || own.stream().anyMatch(one -> isMember(customer, one, now));
    }

    private static boolean isMember(String customer, String consortium, ReportingSite now) {
        return now.members(consortium, now.today()).stream()
                .anyMatch(member -> member.customerId().equals(customer));
    }
}
