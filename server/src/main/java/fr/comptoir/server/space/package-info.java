/** The pages on which a customer sees how it uses the platform. No figure is made here: {@link fr.comptoir.operation.view} gives them. */
@NullMarked
package fr.comptoir.server.space;

import org.jspecify.annotations.NullMarked;
