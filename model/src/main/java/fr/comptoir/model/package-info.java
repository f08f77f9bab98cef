/**
 * The words of the COUNTER Code of Practice and the records that travel between stages; no I/O, no framework,
 * each value checks itself.
 */
@NullMarked
package fr.comptoir.model;

import org.jspecify.annotations.NullMarked;
