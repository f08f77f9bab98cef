/** The words of the Code of Practice, Releases 5 and 5.1: every enumeration, with the spelling that reports carry. */
@NullMarked
package fr.comptoir.model.code;

import org.jspecify.annotations.NullMarked;
