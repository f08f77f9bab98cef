package fr.comptoir.customers.harvest;

import fr.comptoir.customers.base.Database;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * How much people use the pages of their customers: by customer and day, never by person. Several programs may add to one day.
 */
public final class PageUses {
    private final Database database;

    public PageUses(Database database) {
        this.database = database;
    }

    /**
     * What was looked at on a day.
     *
     * @param pages that were opened
     * @param files that were downloaded: reports, packs, PDFs, tables
     */
    public record Day(String customerId, LocalDate day, long pages, long files) {}

    /** Adds to what is known of these days, in one transaction. */
    public void add(Collection<Day> uses) {
        database.inTransaction(() -> {
            uses.forEach(this::add);
            return uses.size();
        });
    }

    private void add(Day use) {
        // both databases know this pair of statements; neither loses what another program adds meanwhile
        database.sql("insert into page_use (customer_id, use_day, pages, files) values (:customer, :day, 0, 0)"
                        + " on conflict do nothing")
                .param("customer", use.customerId())
                .param("day", use.day())
                .update();
        database.sql("update page_use set pages = pages + :pages, files = files + :files"
                        + " where customer_id = :customer and use_day = :day")
                .param("pages", use.pages())
                .param("files", use.files())
                .param("customer", use.customerId())
                .param("day", use.day())
                .update();
    }

    /**
     * A calendar year of a customer.
     *
     * @param days on which somebody came
     */
    public record Year(String customerId, int year, long days, long pages, long files, LocalDate last) {}

    /** All years of all customers in which somebody came, by customer_id and year. */
    public List<Year> years() {
        return database.sql("""
                        select customer_id, extract(year from use_day) as use_year, count(*) as days, sum(pages) as pages,
                        sum(files) as files, max(use_day) as last_day
                        from page_use group by customer_id, extract(year from use_day)
                        order by customer_id, extract(year from use_day)""")
                .query((row, number) -> new Year(
                        row.getString("customer_id"),
                        row.getInt("use_year"),
                        row.getLong("days"),
                        row.getLong("pages"),
                        row.getLong("files"),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /** Removes the days before one. Returns how many. */
    public int removeBefore(LocalDate day) {
        return database.sql("delete from page_use where use_day < :day")
                .param("day", day)
                .update();
    }
}
