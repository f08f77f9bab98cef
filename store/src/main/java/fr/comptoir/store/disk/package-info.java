/** The data folder on the disk: its paths, writes that last, the writer's lock and the secret. */
@NullMarked
package fr.comptoir.store.disk;

import org.jspecify.annotations.NullMarked;
