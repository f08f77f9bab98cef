/** What is found: a place, a grade, a sentence, and the section of the Code. */
@NullMarked
package fr.comptoir.validate.finding;

import org.jspecify.annotations.NullMarked;
