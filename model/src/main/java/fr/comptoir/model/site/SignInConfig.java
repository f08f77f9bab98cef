package fr.comptoir.model.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How people sign in besides a password, and how they come to join an institution: the section {@code server.sign_in} of
 * {@code comptoir.yml}.
 *
 * @param oidc a provider of OpenID Connect
 * @param federation an identity federation (Shibboleth, SAML) whose word a trusted proxy hands on in headers
 * @param joining what becomes of somebody whom one of the two knows and we do not
 * @param partnerList whether everybody may read the list of the institutions that are shown in it
 */
public record SignInConfig(Optional<Oidc> oidc, Optional<Federation> federation, Joining joining, boolean partnerList) {
    /** By password only. */
    public static final SignInConfig DEFAULT = new SignInConfig(Optional.empty(), Optional.empty(), Joining.ASK, true);

    /** What becomes of somebody whose institution an identity provider names and who has no account. */
    public enum Joining {
        /** May ask to join it; a person decides. */
        ASK("ask"),
        /** Reads what is its institution's, at once. */
        READER("reader");

        private final String code;

        Joining(String code) {
            this.code = code;
        }

        /** As {@code comptoir.yml} writes it. */
        public String code() {
            return code;
        }
    }

    /**
     * A provider of OpenID Connect.
     *
     * @param issuer its address, below which {@code /.well-known/openid-configuration} is
     * @param clientId under which it knows this service
     * @param clientSecretFile whose first line is the secret it gave
     * @param name as the button says it
     * @param scopes that are asked for
     * @param entityClaim claim with the entity id of the person's own identity provider; empty: the issuer is it
     * @param scopeClaim claim with scoped affiliations such as {@code member@univ-example.fr}; empty: none
     */
    public record Oidc(
            String issuer,
            String clientId,
            Path clientSecretFile,
            String name,
            List<String> scopes,
            Optional<String> entityClaim,
            Optional<String> scopeClaim) {}

    /**
     * An identity federation behind a proxy that speaks its protocol. Names of headers; their case does not matter.
     *
     * @param name as the button says it
     * @param start path on this host where the proxy begins to sign in
     * @param persistentId the person, for good
     * @param entityId the person's identity provider
     * @param mail e-mail address
     * @param displayName name; empty: the address stands for it
     * @param scope scoped affiliations; empty: none
     */
    public record Federation(
            String name,
            String start,
            String persistentId,
            String entityId,
            String mail,
            Optional<String> displayName,
            Optional<String> scope) {}
}
