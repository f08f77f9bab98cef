/** What the store knows: one immutable value, changed by pure transitions, that names every file in use; and the records of runs. */
@NullMarked
package fr.comptoir.store.state;

import org.jspecify.annotations.NullMarked;
