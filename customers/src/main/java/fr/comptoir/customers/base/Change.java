package fr.comptoir.customers.base;

import java.time.Instant;

/**
 * One field of one subject, before and after. No secret is ever in it: of a password or a key only that it changed.
 *
 * @param id ascends with time
 * @param author who changed it and why
 * @param oldValue {@code ""} when there was none
 * @param newValue {@code ""} when there is none now
 */
public record Change(
        long id, Instant at, Author author, Subject subject, String field, String oldValue, String newValue) {}
