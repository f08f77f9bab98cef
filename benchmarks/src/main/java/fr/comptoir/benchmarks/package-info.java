/** JMH benchmarks of the hot paths; each checks its result before it measures. */
@NullMarked
package fr.comptoir.benchmarks;

import org.jspecify.annotations.NullMarked;
