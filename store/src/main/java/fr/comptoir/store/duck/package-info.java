/** The embedded engine: opening DuckDB in memory, giving it Java's columns as tables, and reading its answers as columns. */
@NullMarked
package fr.comptoir.store.duck;

import org.jspecify.annotations.NullMarked;
