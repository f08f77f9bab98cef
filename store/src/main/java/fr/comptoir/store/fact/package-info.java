/** Facts as Parquet, by month and version, and the difference of two versions. */
@NullMarked
package fr.comptoir.store.fact;

import org.jspecify.annotations.NullMarked;
