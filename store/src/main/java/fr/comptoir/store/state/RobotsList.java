package fr.comptoir.store.state;

/**
 * The robots list in force, when it is not the one that comes with Comptoir.
 *
 * @param file in {@code data/}
 * @param hash of its content
 */
public record RobotsList(String file, String hash) {}
