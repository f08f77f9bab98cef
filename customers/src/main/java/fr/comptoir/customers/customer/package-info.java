/** Institutions, consortia and publishers, what belongs to them for some days, and packages of titles. */
@NullMarked
package fr.comptoir.customers.customer;

import org.jspecify.annotations.NullMarked;
