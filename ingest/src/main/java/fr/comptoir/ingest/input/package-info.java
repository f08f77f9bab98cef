/** The inputs of a run: which files they are, what is in them after decompression, and whether it was counted before. */
@NullMarked
package fr.comptoir.ingest.input;

import org.jspecify.annotations.NullMarked;
