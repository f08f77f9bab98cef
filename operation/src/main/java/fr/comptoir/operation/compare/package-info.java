/** Compares two files of a report, whatever their format, and says which rows and cells differ. */
@NullMarked
package fr.comptoir.operation.compare;

import org.jspecify.annotations.NullMarked;
