/** Small JSON files, with no more of a library than its reader and writer of tokens: a report must not wait for the rest to load. */
@NullMarked
package fr.comptoir.store.json;

import org.jspecify.annotations.NullMarked;
