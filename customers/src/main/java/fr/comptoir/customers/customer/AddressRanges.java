package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Texts;
import fr.comptoir.model.net.IpRange;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The customers' addresses. */
public final class AddressRanges extends Dated<AddressRange> {
    private static final int LABEL_MAX = 200;
    private static final int NOTE_MAX = 1000;

    public AddressRanges(Database database, Changes changes) {
        super(
                database,
                changes,
                new Table(
                        "address_range",
                        "address_range",
                        List.of("first_address", "last_address", "range_text", "label", "note")));
    }

    /** A range and the customer that has it. */
    public record Owned(String customerId, AddressRange range) {}

    /**
     * Two customers that have the same addresses on the same days.
     *
     * @param range the one that was asked about
     * @param other the one that is there
     */
    public record Overlap(AddressRange range, Owned other) {}

    /**
     * Whose an address is on that day: every range that holds it, the smallest first; of customers that are not withdrawn.
     *
     * @param high first 64 bits of the address, IPv4 as IPv4-mapped
     */
    public List<Owned> whose(long high, long low, LocalDate day) {
        return database()
                .sql("select entry.*" + joined()
                        + " and entry.first_address <= :address and entry.last_address >= :address")
                .param("address", bytes(high, low))
                .param("day", day)
                .query((row, number) -> new Owned(row.getString("customer_id"), read(row)))
                .list()
                .stream()
                .sorted(Comparator.<Owned, IpRange>comparing(
                                owned -> owned.range().range(), IpRange::compareSize)
                        .thenComparing(Owned::customerId))
                .toList();
    }

    /** Where these ranges of a customer meet those of others; at most as many as a page has. */
    public List<Overlap> overlaps(String customerId, List<AddressRange> ranges) {
        List<Owned> others = new ArrayList<>();
        for (Map.Entry<String, List<AddressRange>> entry : all().entrySet()) {
            if (!entry.getKey().equals(customerId)) {
                entry.getValue().forEach(range -> others.add(new Owned(entry.getKey(), range)));
            }
        }
        return ranges.stream()
                .flatMap(range -> others.stream()
                        .filter(other -> other.range().days().overlaps(range.days())
                                && other.range().range().overlaps(range.range()))
                        .map(other -> new Overlap(range, other)))
                .limit(Page.LIMIT)
                .toList();
    }

    @Override
    Days days(AddressRange entry) {
        return entry.days();
    }

    @Override
    Object identity(AddressRange entry) {
        return entry.range();
    }

    @Override
    List<Object> values(AddressRange entry) {
        IpRange range = entry.range();
        return List.of(
                bytes(range.fromHigh(), range.fromLow()),
                bytes(range.toHigh(), range.toLow()),
                range.toString(),
                entry.label(),
                entry.note());
    }

    @Override
    AddressRange read(ResultSet row) throws SQLException {
        ByteBuffer first = ByteBuffer.wrap(row.getBytes("first_address"));
        ByteBuffer last = ByteBuffer.wrap(row.getBytes("last_address"));
        return new AddressRange(
                new IpRange(first.getLong(), first.getLong(), last.getLong(), last.getLong()),
                Columns.days(row),
                row.getString("label"),
                row.getString("note"));
    }

    @Override
    String text(AddressRange entry) {
        return entry.range()
                + (entry.label().isEmpty() ? "" : " " + entry.label())
                + (entry.note().isEmpty() ? "" : " (" + entry.note() + ")");
    }

    @Override
    List<Fault> faults(String customerId, AddressRange entry) {
        List<Fault> faults = new ArrayList<>();
        if (entry.label().length() > LABEL_MAX || entry.note().length() > NOTE_MAX) {
            faults.add(fault(
                    Fault.Kind.TOO_LONG, String.valueOf(entry.label().length() > LABEL_MAX ? LABEL_MAX : NOTE_MAX)));
        }
        if (!Texts.isOneLine(entry.label()) || !Texts.isLines(entry.note())) {
            faults.add(fault(Fault.Kind.CONTROL_CHARACTER, ""));
        }
        return faults;
    }

    private static byte[] bytes(long high, long low) {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }
}
