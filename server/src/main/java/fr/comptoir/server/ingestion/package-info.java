/** Pages for administrators and auditors: what became of the lines that were read, and what the list of robots drops. */
@NullMarked
package fr.comptoir.server.ingestion;

import org.jspecify.annotations.NullMarked;
