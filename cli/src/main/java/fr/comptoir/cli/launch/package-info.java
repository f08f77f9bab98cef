/** What the launcher script runs before the program itself, so that the program starts fast. */
@NullMarked
package fr.comptoir.cli.launch;

import org.jspecify.annotations.NullMarked;
