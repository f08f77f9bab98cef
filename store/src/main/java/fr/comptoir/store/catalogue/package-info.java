/** The catalogue as Parquet and the institutions as JSON, by version. */
@NullMarked
package fr.comptoir.store.catalogue;

import org.jspecify.annotations.NullMarked;
