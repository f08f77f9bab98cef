/** What both readers tell and all rules hear: a header, things, rows of usage. */
@NullMarked
package fr.comptoir.validate.event;

import org.jspecify.annotations.NullMarked;
