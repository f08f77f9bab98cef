/** Mails: who gets which, what they say, how they are sent; and the pages that show it. */
@NullMarked
package fr.comptoir.server.mail;

import org.jspecify.annotations.NullMarked;
