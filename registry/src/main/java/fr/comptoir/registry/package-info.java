/**
 * Knows the catalogue and the institutions and answers "which item" and "which institution" as immutable values.
 */
@NullMarked
package fr.comptoir.registry;

import org.jspecify.annotations.NullMarked;
