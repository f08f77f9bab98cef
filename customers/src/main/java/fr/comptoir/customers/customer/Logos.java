package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Subject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The customers' logos. */
public final class Logos {
    private final Database database;
    private final Changes changes;
    private final Versions versions;

    public Logos(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
        this.versions = new Versions(database);
    }

    public Optional<Logo> of(String customerId) {
        return database.sql("select media_type, content from customer_logo where customer_id = :customer")
                .param("customer", customerId)
                .query((row, number) -> new Logo(row.getString("media_type"), row.getBytes("content")))
                .optional();
    }

    /**
     * Keeps a logo in place of the one that is there.
     *
     * @param version the customer's, as it was read
     * @param content a PNG, JPEG or SVG image; empty for no logo any more
     * @return bytes of the logo
     */
    public Outcome<Integer> save(String customerId, int version, byte[] content, Author author) {
        Optional<Fault> fault = content.length == 0 ? Optional.empty() : Logo.fault(content);
        if (fault.isPresent()) {
            return new Outcome.Refused<>(fault.get());
        }
        return database.attempt(() -> {
            if (!versions.exists(customerId)) {
                return Outcome.refused("customer_id", Fault.Kind.UNKNOWN, customerId);
            }
            String before = of(customerId).map(Logos::text).orElse("");
            if (!versions.raise(customerId, version)) {
                return new Outcome.Conflict<>(
                        of(customerId).map(logo -> logo.content().length).orElse(0));
            }
            replace(customerId, content);
            String after = of(customerId).map(Logos::text).orElse("");
            changes.add(author, Subject.customer(customerId), "logo", before, after);
            return new Outcome.Done<>(content.length);
        });
    }

    private void replace(String customerId, byte[] content) {
        database.sql("delete from customer_logo where customer_id = :customer")
                .param("customer", customerId)
                .update();
        Logo.mediaTypeOf(content)
                .ifPresent(type -> database.sql(
                                "insert into customer_logo (customer_id, media_type, content) values (:customer, :type, :content)")
                        .param("customer", customerId)
                        .param("type", type)
                        .param("content", content)
                        .update());
    }

    private static String text(Logo logo) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(logo.content());
            return logo.mediaType() + ", " + logo.content().length + " bytes, SHA-256 "
                    + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
