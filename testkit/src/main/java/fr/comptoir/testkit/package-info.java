/**
 * Worked examples, builders and seeded generators that the tests of every module share; never part of the
 * program.
 */
@NullMarked
package fr.comptoir.testkit;

import org.jspecify.annotations.NullMarked;
