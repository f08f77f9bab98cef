package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Days;

/**
 * How a federation names a customer for some days.
 *
 * @param entityId of its identity provider
 * @param scope of the scoped attributes, such as {@code univ-example.fr}; {@code ""} when every user of the provider is the customer's
 */
public record FederationEntity(String entityId, String scope, Days days) {
    public FederationEntity {
        entityId = entityId.strip();
        scope = scope.strip();
    }
}
