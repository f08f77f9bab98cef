/**
 * Keeps who the customers are and the people and programs that act for them, with the history of every change, in an embedded database
 * or PostgreSQL.
 */
@NullMarked
package fr.comptoir.customers;

import org.jspecify.annotations.NullMarked;
