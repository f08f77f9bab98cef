/** Robots: the list of user agents that are not people (CoP 5.1, section 7.8). */
@NullMarked
package fr.comptoir.ingest.robot;

import org.jspecify.annotations.NullMarked;
