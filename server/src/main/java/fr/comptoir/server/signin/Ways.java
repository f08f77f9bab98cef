package fr.comptoir.server.signin;

import fr.comptoir.model.site.SignInConfig;
import java.util.ArrayList;
import java.util.List;

/** The ways to sign in besides a password. */
final class Ways {
    private Ways() {}

    /** A button: what it says and where it leads. */
    public record Way(String name, String href) {}

    static List<Way> of(SignInConfig settings) {
        List<Way> ways = new ArrayList<>();
        settings.federation().ifPresent(one -> ways.add(new Way(one.name(), one.start())));
        settings.oidc().ifPresent(one -> ways.add(new Way(one.name(), OidcStep.WITH + "/" + OidcProvider.ID)));
        return ways;
    }
}
