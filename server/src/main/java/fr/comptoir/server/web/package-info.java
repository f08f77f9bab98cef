/** The pages of the service: what people read and change in a browser, without any script. */
@NullMarked
package fr.comptoir.server.web;

import org.jspecify.annotations.NullMarked;
