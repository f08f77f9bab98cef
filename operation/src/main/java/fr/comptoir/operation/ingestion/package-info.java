/** What became of the lines that were read: by month, day and log, for whoever asks why a month is low. */
@NullMarked
package fr.comptoir.operation.ingestion;

import org.jspecify.annotations.NullMarked;
