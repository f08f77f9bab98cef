/** What {@code comptoir.yml} says, as checked values; module {@code site} reads the file. */
@NullMarked
package fr.comptoir.model.site;

import org.jspecify.annotations.NullMarked;
