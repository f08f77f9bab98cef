package fr.comptoir.store.query;

import java.nio.file.Path;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month of a question that has facts.
 *
 * @param facts the folder of the version in force
 * @param sets the numbers of the sets of customers asked for; null for the world, which is all of them
 */
record CountedMonth(YearMonth month, Path facts, int @Nullable [] sets) {}
