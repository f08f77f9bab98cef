/** The page on which people read what the COUNTER API answers, and try it; and the trial of a harvest. */
@NullMarked
package fr.comptoir.server.apidoc;

import org.jspecify.annotations.NullMarked;
