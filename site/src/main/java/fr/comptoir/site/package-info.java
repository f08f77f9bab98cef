/** Reads a site's {@code comptoir.yml} into typed settings and says every problem in it with its line. */
@NullMarked
package fr.comptoir.site;

import org.jspecify.annotations.NullMarked;
