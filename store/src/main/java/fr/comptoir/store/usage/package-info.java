/**
 * Answers what the pages ask: sums of usage over any choice of content, by attributes, by title and by item. Which rows a metric is summed
 * from is said where the reports have it from, {@link fr.comptoir.store.fact.ReportSums}.
 */
@NullMarked
package fr.comptoir.store.usage;

import org.jspecify.annotations.NullMarked;
