/**
 * What counting gives: facts of one month, in both releases, as columns. The names of the columns in Parquet are the Code's words; see
 * the reference in {@code docs/reference/store.md}.
 */
@NullMarked
package fr.comptoir.model.fact;

import org.jspecify.annotations.NullMarked;
