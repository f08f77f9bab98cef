/** Mails that wait to be sent, and who wants which. */
@NullMarked
package fr.comptoir.customers.mail;

import org.jspecify.annotations.NullMarked;
