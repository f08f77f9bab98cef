/**
 * Says of one log line, looking at no other line, where it ends: malformed, excluded, held or an action.
 */
@NullMarked
package fr.comptoir.ingest;

import org.jspecify.annotations.NullMarked;
