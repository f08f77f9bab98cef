/** Actions as Parquet, by month: written once, read whole or in parts. */
@NullMarked
package fr.comptoir.store.action;

import org.jspecify.annotations.NullMarked;
