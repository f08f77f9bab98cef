/** What one log line came to, and the columns in which actions travel from reading to counting and to the disk. */
@NullMarked
package fr.comptoir.model.action;

import org.jspecify.annotations.NullMarked;
