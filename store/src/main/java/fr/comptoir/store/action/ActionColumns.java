package fr.comptoir.store.action;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Addresses;
import fr.comptoir.model.action.Names;
import fr.comptoir.model.action.UserIdentity;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.store.duck.ColumnTable;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Words;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** The columns of the Parquet of actions, and how they come from and go to {@link Actions}. */
final class ActionColumns {
    /** What each row of {@code rows()} becomes in the file; numbers are replaced by what they mean. */
    static final String WRITTEN = """
            SELECT epoch_ms(r.time_ms) AS time, r.time_ms, DATE '1970-01-01' + r.day AS day, r.user_hash,
                user_identities.text AS user_identity, r.session_hash,
                addresses.address_hash, addresses.network48_hash, addresses.network64_hash, r.agent_hash,
                organisations.text AS organisation, customers.text AS customers, r.item_id, kinds.text AS action,
                formats.text AS format, access_methods.text AS access_method, access_types.text AS access_type_r5,
                page_rules.text AS page_rule, arrivals.text AS arrival, routes.text AS route, r.input, r.line, r.part
            FROM rows r
            LEFT JOIN user_identities ON user_identities.n = r.user_identity
            JOIN addresses ON addresses.n = r.address
            LEFT JOIN organisations ON organisations.n = r.organisation
            LEFT JOIN customers ON customers.n = r.customers
            LEFT JOIN kinds ON kinds.n = r.kind
            LEFT JOIN formats ON formats.n = r.format
            LEFT JOIN access_methods ON access_methods.n = r.access_method
            LEFT JOIN access_types ON access_types.n = r.access_type_r5
            LEFT JOIN page_rules ON page_rules.n = r.page_rule
            LEFT JOIN arrivals ON arrivals.n = r.arrival
            LEFT JOIN routes ON routes.n = r.route""";

    /** The way back, of a row {@code r} of the files, in the order in which {@link ActionSet} reads them; agents stay in the files. */
    static final String READ = """
            r.time_ms, r.day - DATE '1970-01-01' AS day, r.user_hash, user_identities.n AS user_identity, r.session_hash,
            addresses.n AS address, organisations.n AS organisation, customers.n AS customers,
            coalesce(items.n, -1) AS item, kinds.n AS kind, formats.n AS format, access_methods.n AS access_method,
            coalesce(access_types.n, -1) AS access_type_r5, page_rules.n AS page_rule, r.input, r.line, r.part,
            arrivals.n AS arrival, routes.n AS route""";

    static final String READ_JOINS = """
            LEFT JOIN user_identities ON user_identities.text = r.user_identity
            JOIN addresses ON addresses.address_hash = r.address_hash
            LEFT JOIN organisations ON organisations.text = r.organisation
            LEFT JOIN customers ON customers.text = r.customers
            LEFT JOIN items ON items.text = r.item_id
            LEFT JOIN kinds ON kinds.text = r.action
            LEFT JOIN formats ON formats.text = r.format
            LEFT JOIN access_methods ON access_methods.text = r.access_method
            LEFT JOIN access_types ON access_types.text = r.access_type_r5
            LEFT JOIN page_rules ON page_rules.text = r.page_rule
            LEFT JOIN arrivals ON arrivals.text = coalesce(r.arrival, '')
            LEFT JOIN routes ON routes.text = coalesce(r.route, '')""";

    /** The columns of {@link #READ} that files of earlier programs lack; they are null there. */
    static final List<String> ADDED = List.of("arrival", "route");

    /** A dictionary of at most so many texts is written with each row group; a larger one only as far as the rows need it. */
    private static final int WORDS_MAX = 4_096;

    private ActionColumns() {}

    /** Makes the dictionaries known as tables, as {@link #READ_JOINS} needs them. */
    static void registerDictionaries(Duck duck, Actions.Dictionaries dictionaries) throws SQLException {
        ColumnTable.dictionary("items", dictionaries.items().texts()).register(duck);
        ColumnTable.dictionary("customers", dictionaries.customers().texts()).register(duck);
        registerOthers(duck, dictionaries);
    }

    /** Makes the rows {@code order[0]}, {@code order[1]}, ... and their dictionaries known, as {@link #WRITTEN} needs them. */
    static void registerRows(Duck duck, Actions actions, int[] order) throws SQLException {
        List<String> customers = actions.dictionaries.customers().texts();
        if (customers.size() <= WORDS_MAX) {
            Words.table(duck, "customers", customers);
        } else {
            ColumnTable.dictionary("customers", customers).register(duck);
        }
        registerOthers(duck, actions.dictionaries);
        rows(actions, order).register(duck);
    }

    private static void registerOthers(Duck duck, Actions.Dictionaries dictionaries) throws SQLException {
        ColumnTable.dictionary("organisations", dictionaries.organisations().texts())
                .register(duck);
        Words.table(duck, "formats", dictionaries.formats().texts());
        Words.table(duck, "page_rules", dictionaries.pageRules().texts());
        Words.table(duck, "arrivals", dictionaries.arrivals().texts());
        Words.table(duck, "routes", AccessRoute.values(), AccessRoute::code);
        Words.table(duck, "user_identities", UserIdentity.values(), UserIdentity::name);
        Words.table(duck, "kinds", ActionKind.values(), ActionKind::code);
        Words.table(duck, "access_methods", AccessMethod.values(), AccessMethod::code);
        Words.table(duck, "access_types", AccessType.values(), AccessType::code);
        Addresses addresses = dictionaries.addresses();
        new ColumnTable("addresses", addresses.size())
                .rowNumbers("n")
                .longs("address_hash", all(addresses, addresses::hash))
                .longs("network48_hash", all(addresses, addresses::network48))
                .longs("network64_hash", all(addresses, addresses::network64))
                .register(duck);
    }

    private static byte[][] utf8(Names names) {
        return IntStream.range(0, names.size()).mapToObj(names::utf8).toArray(byte[][]::new);
    }

    private static long[] all(Addresses addresses, IntToLongFunction hash) {
        return IntStream.range(0, addresses.size()).mapToLong(hash).toArray();
    }

    /** Ids of items come as texts, for nearly each is another one: to join them costs more than to send them. */
    private static ColumnTable rows(Actions a, int[] order) {
        return new ColumnTable("rows", order)
                .longs("time_ms", a.time)
                .ints("day", a.day)
                .longs("user_hash", a.user)
                .bytes("user_identity", a.userIdentity)
                .longs("session_hash", a.session)
                .ints("address", a.address)
                .ints("agent_hash", a.agent)
                .ints("organisation", a.organisation)
                .ints("customers", a.customers)
                .texts("item_id", a.item, utf8(a.dictionaries.items()))
                .bytes("kind", a.kind)
                .shorts("format", a.format)
                .bytes("access_method", a.accessMethod)
                .bytes("access_type_r5", a.accessTypeR5)
                .shorts("page_rule", a.pageRule)
                .shorts("arrival", a.arrival)
                .bytes("route", a.route)
                .ints("input", a.input)
                .ints("line", a.line)
                .shorts("part", a.part);
    }
}
