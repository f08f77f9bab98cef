/** What helps a person who is here for the first time: the guide in pictures, and the tour of the first page of figures. */
@NullMarked
package fr.comptoir.server.guide;

import org.jspecify.annotations.NullMarked;
