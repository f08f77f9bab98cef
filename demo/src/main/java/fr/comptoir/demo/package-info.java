/** Makes a believable site from a seed: catalogue, institutions and months of logs. */
@NullMarked
package fr.comptoir.demo;

import org.jspecify.annotations.NullMarked;
