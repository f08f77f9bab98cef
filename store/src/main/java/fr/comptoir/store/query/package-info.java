/** Questions to the facts, as SQL over Parquet. */
@NullMarked
package fr.comptoir.store.query;

import org.jspecify.annotations.NullMarked;
