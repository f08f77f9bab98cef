package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Values of one kind: the organisations of the log, the names and ids of a publisher. */
public class DatedValues extends Dated<DatedValue> {
    private static final int VALUE_MAX = 500;

    private final String column;

    DatedValues(Database database, Changes changes, String table, String column) {
        super(database, changes, new Table(table, table, List.of(column)));
        this.column = column;
    }

    /** The values of the log's organisation field that are a customer's. */
    public static DatedValues organisations(Database database, Changes changes) {
        return new DatedValues(database, changes, "organisation", "organisation");
    }

    /** The names and ids of publishers whose titles a customer sees. */
    public static DatedValues publishers(Database database, Changes changes) {
        return new DatedValues(database, changes, "publisher_name", "publisher");
    }

    @Override
    Days days(DatedValue entry) {
        return entry.days();
    }

    @Override
    Object identity(DatedValue entry) {
        return entry.value();
    }

    @Override
    List<Object> values(DatedValue entry) {
        return List.of(entry.value());
    }

    @Override
    DatedValue read(ResultSet row) throws SQLException {
        return new DatedValue(row.getString(column), Columns.days(row));
    }

    @Override
    String text(DatedValue entry) {
        return entry.value();
    }

    @Override
    List<Fault> faults(String customerId, DatedValue entry) {
        if (entry.value().isEmpty()) {
            return List.of(fault(Fault.Kind.BLANK, ""));
        }
        if (entry.value().length() > VALUE_MAX) {
            return List.of(fault(Fault.Kind.TOO_LONG, String.valueOf(VALUE_MAX)));
        }
        return Texts.isOneLine(entry.value()) ? List.of() : List.of(fault(Fault.Kind.CONTROL_CHARACTER, ""));
    }
}
