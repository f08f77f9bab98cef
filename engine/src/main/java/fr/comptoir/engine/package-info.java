/**
 * Applies what needs more than one line, double clicks, sessions, unique items and titles, and can say of each
 * action which rule kept or dropped it.
 */
@NullMarked
package fr.comptoir.engine;

import org.jspecify.annotations.NullMarked;
