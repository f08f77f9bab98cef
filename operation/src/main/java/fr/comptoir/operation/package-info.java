/**
 * Joins the stages into what a person does with a site: count logs, import a catalogue, recount a month, write a report, explain a
 * figure. Knows no terminal and no HTTP: the command line and, later, the server stand on it.
 */
@NullMarked
package fr.comptoir.operation;

import org.jspecify.annotations.NullMarked;
