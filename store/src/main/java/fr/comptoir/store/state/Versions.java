package fr.comptoir.store.state;

/**
 * With what was counted: hashes or version names, each {@code ""} when there was none.
 *
 * @param catalogue {@link fr.comptoir.model.catalogue.Catalogue#version()}
 * @param institutions {@link fr.comptoir.model.catalogue.Institutions#version()}
 * @param robots hash of the robots list
 * @param rules hash of what {@code comptoir.yml} says of reading
 */
public record Versions(String catalogue, String institutions, String robots, String rules) {
    public static final Versions NONE = new Versions("", "", "", "");
}
