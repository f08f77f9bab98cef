package fr.comptoir.customers.account;

import java.time.Instant;

/**
 * Who an account is elsewhere.
 *
 * @param issuer of an OIDC provider its issuer, of a federation the entity id of the identity provider
 * @param subject of OIDC the subject, of a federation the persistent id; never an e-mail address, which can pass to another person
 */
public record Identity(Kind kind, String issuer, String subject, Instant linkedAt) {
    public enum Kind {
        OIDC,
        FEDERATION
    }
}
