/** The rules, one file each, named after what they check. */
@NullMarked
package fr.comptoir.validate.rule;

import org.jspecify.annotations.NullMarked;
