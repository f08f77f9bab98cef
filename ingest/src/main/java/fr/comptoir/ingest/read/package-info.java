/**
 * Reading: every line of the inputs is judged, and ends in exactly one place. What is decided about a path, an agent or an address is kept
 * under its bytes, so that a line costs a few look-ups.
 */
@NullMarked
package fr.comptoir.ingest.read;

import org.jspecify.annotations.NullMarked;
