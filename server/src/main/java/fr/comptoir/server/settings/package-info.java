/** What the settings of the service name outside of {@code comptoir.yml}. */
@NullMarked
package fr.comptoir.server.settings;

import org.jspecify.annotations.NullMarked;
