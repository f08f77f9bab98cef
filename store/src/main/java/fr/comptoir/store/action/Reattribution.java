package fr.comptoir.store.action;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Names;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.ColumnNames;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.ColumnTable;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.duck.Words;
import fr.comptoir.store.state.ActionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBReadableVector;

/**
 * Writes the files of a month anew with other customers, and with the routes of access by which they are found now; all else in them stays. A
 * token stays the route whosever usage it is, and what was not recorded stays so.
 */
final class Reattribution {
    private static final String MARK = "-attributed-";
    private static final String ROUTE = "route";
    private static final Map<String, AccessRoute> ROUTES =
            Arrays.stream(AccessRoute.values()).collect(Collectors.toMap(AccessRoute::code, route -> route));

    private final DataFolder folder;
    private final Disk disk;
    private final Attribution attribution;
    private final int run;

    Reattribution(DataFolder folder, Disk disk, Attribution attribution, int run) {
        this.folder = folder;
        this.disk = disk;
        this.attribution = attribution;
        this.run = run;
    }

    /** @param parent where the files lie */
    List<ActionFile> of(List<ActionFile> before, Path parent) throws IOException {
        List<ActionFile> files = new ArrayList<>();
        for (ActionFile file : before) {
            Path old = parent.resolve(file.name());
            String stem = file.name().replaceFirst("(" + MARK + "\\d+)?\\.parquet$", "");
            String name = stem + MARK + run + ".parquet";
            boolean changed = rewrite(old, old.resolveSibling(name));
            files.add(changed ? new ActionFile(file.run(), name, file.rows()) : file);
        }
        return files;
    }

    /** Says whether any row of {@code old} has other customers now; if so, {@code target} has them. */
    private boolean rewrite(Path old, Path target) throws IOException {
        Answers answers = new Answers();
        String source = Sql.parquet(List.of(old));
        try (Duck duck = Duck.open(folder.temporary())) {
            boolean hasRoutes = ColumnNames.of(duck, source).contains(ROUTE);
            String route = hasRoutes ? "coalesce(route, '')" : "''";
            ColumnReader.read(
                    duck,
                    "SELECT address_hash, any_value(network48_hash), any_value(network64_hash), organisation, "
                            + "day - DATE '1970-01-01' AS day, customers, " + route + " AS route FROM " + source
                            + " GROUP BY ALL",
                    (chunk, rows) -> {
                        DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
                        for (int row = 0; row < rows; row++) {
                            answers.ask(
                                    columns[0].getLong(row),
                                    columns[1].getLong(row),
                                    columns[2].getLong(row),
                                    columns[3].getString(row),
                                    (int) columns[4].getLong(row),
                                    columns[5].getString(row),
                                    columns[6].getString(row));
                        }
                    });
            if (!answers.changed) {
                return false;
            }
            answers.register(duck);
            disk.delete(target);
            duck.copy(
                    "SELECT r.* REPLACE (c.text AS customers" + (hasRoutes ? ", w.text::VARCHAR AS route" : "")
                            + ") FROM "
                            + source + " r "
                            + "JOIN organisations o ON o.text = r.organisation "
                            + "JOIN customers b ON b.text = r.customers "
                            + "JOIN answers a ON a.address = r.address_hash AND a.organisation = o.n "
                            + "AND a.day = r.day - DATE '1970-01-01' AND a.before = b.n "
                            + "JOIN routes v ON v.n = a.route_before AND v.text = "
                            + (hasRoutes ? "coalesce(r.route, '') " : "'' ")
                            + "JOIN routes w ON w.n = a.route "
                            + "JOIN customers c ON c.n = a.customers",
                    target);
        } catch (SQLException e) {
            throw Duck.failure(e, target + " cannot be written");
        }
        disk.syncNew(target);
        return true;
    }

    /** The owner of each distinct (address, organisation, day, customers and route before); the networks follow from the address. */
    private final class Answers {
        private final Names organisations = new Names();
        private final Names customers = new Names();
        private long[] address = new long[1024];
        private int[] organisation = new int[1024];
        private int[] day = new int[1024];
        private int[] before = new int[1024];
        private int[] answer = new int[1024];
        private byte[] routeBefore = new byte[1024];
        private byte[] route = new byte[1024];
        private int size;
        private boolean changed;

        void ask(
                long addressHash,
                long network48,
                long network64,
                String organisationText,
                int dayNumber,
                String customersBefore,
                String routeTextBefore) {
            Attribution.Owner now =
                    attribution.owner(addressHash, network48, network64, organisationText, dayNumber, customersBefore);
            AccessRoute old = ROUTES.getOrDefault(routeTextBefore, AccessRoute.NOT_RECORDED);
            boolean stays = old == AccessRoute.TOKEN
                    || old == AccessRoute.NOT_RECORDED
                    || now.route() == AccessRoute.NOT_RECORDED;
            AccessRoute routeNow = stays ? old : now.route();
            changed |= !now.customers().equals(customersBefore) || routeNow != old;
            if (size == address.length) {
                address = Arrays.copyOf(address, size * 2);
                organisation = Arrays.copyOf(organisation, size * 2);
                day = Arrays.copyOf(day, size * 2);
                before = Arrays.copyOf(before, size * 2);
                answer = Arrays.copyOf(answer, size * 2);
                routeBefore = Arrays.copyOf(routeBefore, size * 2);
                route = Arrays.copyOf(route, size * 2);
            }
            address[size] = addressHash;
            organisation[size] = organisations.number(organisationText);
            day[size] = dayNumber;
            before[size] = customers.number(customersBefore);
            answer[size] = customers.number(now.customers());
            routeBefore[size] = (byte) old.ordinal();
            route[size] = (byte) routeNow.ordinal();
            size++;
        }

        void register(Duck duck) throws SQLException {
            ColumnTable.dictionary("organisations", organisations.texts()).register(duck);
            ColumnTable.dictionary("customers", customers.texts()).register(duck);
            Words.table(duck, "routes", AccessRoute.values(), AccessRoute::code);
            new ColumnTable("answers", size)
                    .longs("address", address)
                    .ints("organisation", organisation)
                    .ints("day", day)
                    .ints("before", before)
                    .ints("customers", answer)
                    .bytes("route_before", routeBefore)
                    .bytes("route", route)
                    .register(duck);
        }
    }
}
