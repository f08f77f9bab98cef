package fr.comptoir.store.disk;

import java.nio.file.Path;
import java.time.YearMonth;

/** Where everything lies below the site's {@code data/}; see the reference in {@code docs/reference/store.md}. */
public record DataFolder(Path root) {
    /** End of the name of what is being written; nothing with it is ever read. */
    public static final String UNFINISHED = ".unfinished";

    public Path state() {
        return root.resolve("state.json");
    }

    /** The state before the last commit: a reader that still uses its files is not disturbed. */
    public Path previousState() {
        return root.resolve("state.previous.json");
    }

    public Path lock() {
        return root.resolve("lock");
    }

    public Path secret() {
        return root.resolve("secret.key");
    }

    /** What DuckDB puts aside while it works. */
    public Path temporary() {
        return root.resolve("tmp");
    }

    public Path actions() {
        return root.resolve("actions");
    }

    public Path actions(YearMonth month) {
        return actions().resolve(month.toString());
    }

    public Path actions(YearMonth month, String file) {
        return actions(month).resolve(file);
    }

    public Path extractions() {
        return root.resolve("extractions");
    }

    public Path extractions(YearMonth month) {
        return extractions().resolve(month.toString());
    }

    public Path extractions(YearMonth month, String file) {
        return extractions(month).resolve(file);
    }

    public Path facts() {
        return root.resolve("facts");
    }

    public Path facts(YearMonth month, int version) {
        return facts().resolve(month.toString()).resolve(version(version));
    }

    /** Usage summed over institutions and items, which can be deleted at any time. */
    public Path usage() {
        return root.resolve("usage");
    }

    public Path catalogues() {
        return root.resolve("catalogue");
    }

    public Path catalogue(int version) {
        return catalogues().resolve(version(version));
    }

    public Path institutionLists() {
        return root.resolve("institutions");
    }

    public Path institutions(int version) {
        return institutionLists().resolve(version(version));
    }

    public Path robots() {
        return root.resolve("robots");
    }

    public Path robots(String sha256) {
        return robots().resolve(sha256 + ".json");
    }

    public Path runs() {
        return root.resolve("runs");
    }

    public Path run(int number) {
        return runs().resolve("run-" + number + ".json");
    }

    public Path rejects() {
        return root.resolve("rejects");
    }

    public Path rejects(int run) {
        return rejects().resolve("run-" + run + ".tsv.gz");
    }

    private static String version(int number) {
        return "v" + number;
    }
}
