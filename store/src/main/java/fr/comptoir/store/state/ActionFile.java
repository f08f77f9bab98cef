package fr.comptoir.store.state;

/**
 * One Parquet file of actions, or of extractions, of one month.
 *
 * @param run the run that read them
 * @param name the file in {@code actions/<month>/}
 */
public record ActionFile(int run, String name, long rows) {}
