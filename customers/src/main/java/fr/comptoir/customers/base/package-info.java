/** What all subjects of the customers' database share: transactions, answers, days, the record of changes, secrets. */
@NullMarked
package fr.comptoir.customers.base;

import org.jspecify.annotations.NullMarked;
