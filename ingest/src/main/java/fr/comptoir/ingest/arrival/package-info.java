/** Rules for the way of arrival: what a referrer and the parameters of a request say of where someone came from. */
@NullMarked
package fr.comptoir.ingest.arrival;

import org.jspecify.annotations.NullMarked;
