/** What is said to a person, so that another language can say the same. */
@NullMarked
package fr.comptoir.model.text;

import org.jspecify.annotations.NullMarked;
