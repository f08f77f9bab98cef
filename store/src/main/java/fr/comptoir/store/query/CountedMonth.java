package fr.comptoir.store.query;

import java.nio.file.Path;
import java.time.YearMonth;

/**
 * A month of a question that has facts.
 *
 * @param facts the folder of the version in force
 */
public record CountedMonth(YearMonth month, Path facts) {}
