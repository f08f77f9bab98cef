/** Signing in by what another says of a person, and coming to join an institution. */
@NullMarked
package fr.comptoir.server.signin;

import org.jspecify.annotations.NullMarked;
