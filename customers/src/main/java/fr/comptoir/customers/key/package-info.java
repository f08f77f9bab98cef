/** The keys with which programs ask for a customer's reports. */
@NullMarked
package fr.comptoir.customers.key;

import org.jspecify.annotations.NullMarked;
