/** Log formats, compiled to readers of single lines: Apache, nginx, W3C extended and JSON lines. */
@NullMarked
package fr.comptoir.ingest.format;

import org.jspecify.annotations.NullMarked;
