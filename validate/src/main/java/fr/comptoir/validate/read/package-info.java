/** Readers: from bytes of JSON, TSV, CSV or XLSX to events, with what is wrong in the form itself. */
@NullMarked
package fr.comptoir.validate.read;

import org.jspecify.annotations.NullMarked;
