/** What the service does by itself: counts, closes, delivers, restates and looks for anomalies; and the pages that show it. */
@NullMarked
package fr.comptoir.server.months;

import org.jspecify.annotations.NullMarked;
