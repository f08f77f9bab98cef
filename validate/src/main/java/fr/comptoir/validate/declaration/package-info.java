/** The reports of both releases as data: columns, metrics, values, filters and presets. */
@NullMarked
package fr.comptoir.validate.declaration;

import org.jspecify.annotations.NullMarked;
