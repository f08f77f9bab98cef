/**
 * Keeps actions and facts as month-partitioned Parquet with run records, and answers questions about them with
 * DuckDB.
 */
@NullMarked
package fr.comptoir.store;

import org.jspecify.annotations.NullMarked;
