/** Page rules: what a request path means. */
@NullMarked
package fr.comptoir.ingest.page;

import org.jspecify.annotations.NullMarked;
