/** Reads a COUNTER report of Release 5 or 5.1 that anyone made, as JSON, TSV, CSV or XLSX, and says what is wrong with it. */
@NullMarked
package fr.comptoir.validate;

import org.jspecify.annotations.NullMarked;
