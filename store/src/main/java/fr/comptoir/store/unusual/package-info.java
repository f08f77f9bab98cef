/** Finds usage that is unlike that of the months before, and what explains it (CoP 5.1, section 7.12). */
@NullMarked
package fr.comptoir.store.unusual;

import org.jspecify.annotations.NullMarked;
