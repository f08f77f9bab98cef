package fr.comptoir.ingest.format;

import fr.comptoir.model.site.SiteConfig;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** One JSON object a line: nginx with {@code escape=json}, Caddy, Traefik, and others whose names the site sets. */
final class JsonFormat implements LineFormat {
    private final JsonNames tree = new JsonNames();
    private final List<Source> sources = new ArrayList<>();
    private final ZoneId zone;
    private int slots;

    /** Slots that are looked at for one purpose, the first first. */
    static final class Slots {
        final int[] slots;

        Slots(List<String> names, ToIntFunction<String> slot) {
            slots = names.stream().mapToInt(slot).toArray();
        }
    }

    /** A field that is filled as it is, or by a cookie in it. */
    record Source(Slots slots, Fill fill) {}

    final Slots address;
    final Slots time;
    final Slots method;
    final Slots request;
    final Slots uri;
    final Slots query;
    final Slots status;

    JsonFormat(SiteConfig config) {
        zone = config.platform().timeZone();
        JsonFields fields = new JsonFields(config);
        address = slots(fields.names(JsonFields.ADDRESS));
        time = slots(fields.names(JsonFields.TIME));
        method = slots(fields.names(JsonFields.METHOD));
        request = slots(fields.names(JsonFields.REQUEST));
        uri = slots(fields.names(JsonFields.URI));
        query = slots(fields.names(JsonFields.QUERY));
        status = slots(fields.names(JsonFields.STATUS));
        source(Field.USER_AGENT, fields.names("user_agent"));
        source(Field.REFERER, fields.names("referer"));
        source(Field.HOST, fields.names("host"));
        named(fields, Field.LOGIN, config.user().login(), "login");
        named(fields, Field.USER_COOKIE, config.user().userCookie(), "user_cookie");
        named(fields, Field.SESSION_COOKIE, config.user().sessionCookie(), "session_cookie");
        named(fields, Field.ORGANISATION, config.organisation(), "organisation");
        named(fields, Field.TOKEN, config.arrivals().token(), "token");
        named(fields, Field.CLIENT_CHAIN, config.log().clientAddress(), "client_address");
    }

    private void named(JsonFields fields, Field field, Optional<String> written, String own) {
        source(field, fields.names(written, own));
        String name = written.map(FieldNames::of).orElse("");
        if (FieldNames.isCookie(name)) {
            Fill cookie =
                    new Fill.Builder().cookie(field, FieldNames.cookieOf(name)).build();
            sources.add(new Source(slots(fields.names("cookies")), cookie));
        }
    }

    private void source(Field field, List<String> names) {
        if (!names.isEmpty()) {
            sources.add(new Source(slots(names), new Fill.Builder().field(field).build()));
        }
    }

    /** Gives each name its slot; a name that has one already keeps it. */
    private Slots slots(List<String> names) {
        return new Slots(names, this::slot);
    }

    private int slot(String name) {
        int slot = tree.add(name, slots);
        if (slot == slots) {
            slots++;
        }
        return slot;
    }

    List<Source> sources() {
        return sources;
    }

    JsonScanner newScanner() {
        return new JsonScanner(tree, slots);
    }

    @Override
    public LineReader newReader() {
        return new JsonReader(this, zone);
    }

    @Override
    public boolean sequential() {
        return false;
    }

    @Override
    public boolean isDirective(byte[] bytes, int from, int to) {
        return false;
    }

    @Override
    public String describe() {
        return "JSON lines";
    }
}
