package fr.comptoir.store.state;

import java.util.List;

/**
 * What was asked for in a run.
 *
 * @param operation one of {@link #OPERATIONS}; {@code ""} in a record of a program that did not keep it
 * @param arguments what it was asked to do, as on a command line; never a secret
 * @param files the files it read, logs excepted, which are the inputs of the run
 */
public record Command(String operation, List<String> arguments, List<ReadFile> files) {
    public static final String COUNT = "count";
    public static final String RECOUNT = "recount";
    public static final String CLOSE = "close";
    public static final String PROPOSE = "propose";
    public static final String RESTATE = "restate";
    public static final String DROP_CORRECTION = "drop correction";
    public static final String IMPORT_CATALOGUE = "import catalogue";
    public static final String IMPORT_INSTITUTIONS = "import institutions";
    public static final String CHANGE_INSTITUTIONS = "change institutions";
    public static final String ROBOTS = "robots";

    /** Everything that makes a run; pages have a word for each. */
    public static final List<String> OPERATIONS = List.of(
            COUNT,
            RECOUNT,
            CLOSE,
            PROPOSE,
            RESTATE,
            DROP_CORRECTION,
            IMPORT_CATALOGUE,
            IMPORT_INSTITUTIONS,
            CHANGE_INSTITUTIONS,
            ROBOTS);

    /**
     * A file as it was when it was read.
     *
     * @param name as the user named it
     * @param path absolute path
     * @param bytes its length on the disk
     * @param sha256 of what is on the disk, 64 hex digits
     */
    public record ReadFile(String name, String path, long bytes, String sha256) {}

    public Command {
        arguments = List.copyOf(arguments);
        files = List.copyOf(files);
    }

    /** One that read no files but logs. */
    public static Command of(String operation, List<String> arguments) {
        return new Command(operation, arguments, List.of());
    }
}
