/** What people and the service do about months: steps, corrections, anomalies. */
@NullMarked
package fr.comptoir.customers.month;

import org.jspecify.annotations.NullMarked;
