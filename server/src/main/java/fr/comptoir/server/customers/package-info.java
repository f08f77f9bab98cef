/** Joins the customers' database with the site: institutions, keys and harvests. */
@NullMarked
package fr.comptoir.server.customers;

import org.jspecify.annotations.NullMarked;
