/** The pages on which customers are kept: what belongs to them for some days, packages of titles, and taking all of it in and out. */
@NullMarked
package fr.comptoir.server.directory;

import org.jspecify.annotations.NullMarked;
