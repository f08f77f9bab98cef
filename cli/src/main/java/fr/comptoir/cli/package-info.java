/** Every operation as one command with an exit status: arguments in, a printed result out. The stages are joined in {@code operation}. */
@NullMarked
package fr.comptoir.cli;

import org.jspecify.annotations.NullMarked;
