/** Who harvested what, when, and with what result. */
@NullMarked
package fr.comptoir.customers.harvest;

import org.jspecify.annotations.NullMarked;
