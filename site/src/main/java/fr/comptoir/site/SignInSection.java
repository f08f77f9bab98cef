package fr.comptoir.site;

import fr.comptoir.model.site.SignInConfig;
import fr.comptoir.model.site.SignInConfig.Federation;
import fr.comptoir.model.site.SignInConfig.Joining;
import fr.comptoir.model.site.SignInConfig.Oidc;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code server.sign_in}. */
final class SignInSection {
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern START = Pattern.compile("/(?!/)[!-~&&[^\\\\]]*");
    private static final List<String> SCOPES = List.of("openid", "profile", "email");
    private static final String OPENID = "openid";

    private final Section section;
    private final Path folder;

    private SignInSection(Section section, Path folder) {
        this.section = section;
        this.folder = folder;
    }

    /** @param proxies whether the settings trust any, which alone may hand on who somebody is */
    static SignInConfig read(Section section, Path folder, boolean proxies) {
        SignInSection reader = new SignInSection(section, folder);
        SignInConfig config = new SignInConfig(
                reader.oidc(section.section("oidc")),
                reader.federation(section.section("federation"), proxies),
                section.choice("joining", List.of(Joining.values()), Joining::code)
                        .orElse(Joining.ASK),
                section.choice("partner_list", List.of("public", "hidden"), code -> code)
                        .orElse("public")
                        .equals("public"));
        section.close();
        return config;
    }

    private Optional<Oidc> oidc(Section oidc) {
        if (!section.has("oidc")) {
            return Optional.empty();
        }
        String issuer = oidc.required("issuer", "the provider's address");
        if (!issuer.isEmpty() && !ServerSection.isAddress(issuer)) {
            oidc.error("issuer", "'" + issuer + "' is no address such as https://login.example.org/realms/main");
        }
        String client = oidc.required("client_id", "under which the provider knows this service");
        String secret = oidc.required("client_secret_file", "a file whose first line is the provider's secret");
        Optional<Path> file = ServerSection.file(
                folder, oidc, "client_secret_file", Optional.of(secret).filter(text -> !text.isEmpty()));
        List<String> scopes =
                oidc.scalars("scopes").stream().map(Section.Scalar::text).toList();
        if (!scopes.isEmpty() && !scopes.contains(OPENID)) {
            oidc.error("scopes", "openid is not among them, without which nobody is named");
        }
        Optional<String> name = oidc.text("name");
        Optional<String> entity = oidc.text("entity_claim");
        Optional<String> scope = oidc.text("scope_claim");
        oidc.close();
        return file.map(path -> new Oidc(
                issuer, client, path, name.orElse("OpenID"), scopes.isEmpty() ? SCOPES : scopes, entity, scope));
    }

    private Optional<Federation> federation(Section federation, boolean proxies) {
        if (!section.has("federation")) {
            return Optional.empty();
        }
        if (!proxies) {
            section.error(
                    "federation", "needs server.trusted_proxies: the proxy that alone may hand on who somebody is");
        }
        String start = federation.required("start", "the path at which the proxy begins to sign in");
        if (!start.isEmpty() && !START.matcher(start).matches()) {
            federation.error("start", "'" + start + "' is no path on this host such as /Shibboleth.sso/Login");
        }
        Federation read = new Federation(
                federation.text("name").orElse("Federation"),
                start,
                header(federation, "persistent_id"),
                header(federation, "entity_id"),
                header(federation, "mail"),
                optionalHeader(federation, "display_name"),
                optionalHeader(federation, "scope"));
        federation.close();
        return Optional.of(read);
    }

    private static String header(Section federation, String key) {
        String name = federation.required(key, "the header in which the proxy hands it on");
        check(federation, key, name);
        return name;
    }

    private static Optional<String> optionalHeader(Section federation, String key) {
        Optional<String> name = federation.text(key);
        name.ifPresent(text -> check(federation, key, text));
        return name;
    }

    private static void check(Section federation, String key, String name) {
        if (!name.isEmpty() && !HEADER.matcher(name).matches()) {
            federation.error(key, "'" + name + "' is no name of a header");
        }
    }
}
