/** Every operation as one command with an exit status; the only place where the stages are joined. */
@NullMarked
package fr.comptoir.cli;

import org.jspecify.annotations.NullMarked;
