/** Drives the whole river, from log file to report, and watches that no module reaches where it must not. */
@NullMarked
package fr.comptoir.acceptance;

import org.jspecify.annotations.NullMarked;
