/** Turns a valid request and facts into a COUNTER report, and a report into JSON, TSV, CSV or XLSX. */
@NullMarked
package fr.comptoir.report;

import org.jspecify.annotations.NullMarked;
