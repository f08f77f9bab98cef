package fr.comptoir.customers.base;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Values as both databases take and give them. */
public final class Columns {
    private Columns() {}

    public static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime atOrNull(@Nullable Instant moment) {
        return moment == null ? null : at(moment);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** Of the columns {@code valid_from} and {@code valid_to}. */
    public static Days days(ResultSet row) throws SQLException {
        return new Days(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
    }

    /** A condition that {@code valid_from} and {@code valid_to} of a table hold the parameter {@code :day}. */
    public static String holdsDay(String table) {
        return "(" + table + ".valid_from is null or " + table + ".valid_from <= :day) and (" + table
                + ".valid_to is null or " + table + ".valid_to >= :day)";
    }
}
