/** What stages ask of the catalogue and the institutions; the registry answers. */
@NullMarked
package fr.comptoir.model.catalogue;

import org.jspecify.annotations.NullMarked;
