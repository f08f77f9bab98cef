/** The service of a site: the COUNTER API and the pages, over HTTP. */
@NullMarked
package fr.comptoir.server;

import org.jspecify.annotations.NullMarked;
