/** The COUNTER API of both releases (CoP 5.1 and 5.0.3, section 8; appendix D and F). */
@NullMarked
package fr.comptoir.server.counterapi;

import org.jspecify.annotations.NullMarked;
