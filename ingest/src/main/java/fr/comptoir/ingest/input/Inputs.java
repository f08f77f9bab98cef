package fr.comptoir.ingest.input;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.text.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which inputs the arguments of a command name. A folder stands for all files in it and below; a pattern ({@code *}, {@code **},
 * {@code ?}, {@code [a-z]}, {@code {a,b}}) for the files that fit, unless a file has that very name; both in the order of their paths,
 * without hidden files and without what lies in hidden folders. {@code -} is standard input.
 */
public final class Inputs {
    private Inputs() {}

    /**
     * The inputs in the order of the arguments; an input named twice comes twice.
     *
     * @throws InputException naming every argument that stands for no file, or more than one {@code -}
     * @throws IOException when a folder cannot be read
     */
    public static List<Input> expand(List<String> arguments) throws InputException, IOException {
        List<Input> inputs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String argument : arguments) {
            try {
                expand(argument, inputs, problems);
            } catch (InvalidPathException e) {
                problems.add(problem(argument, "is no file name: " + e.getReason()));
            }
        }
        if (inputs.stream().filter(Input::isStandardInput).count() > 1) {
            problems.add(problem(Input.STANDARD_INPUT_NAME, "standard input can be given only once"));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return inputs;
    }

    private static void expand(String argument, List<Input> inputs, List<Problem> problems) throws IOException {
        if (argument.equals(Input.STANDARD_INPUT_NAME)) {
            inputs.add(Input.STANDARD_INPUT);
            return;
        }
        int glob = firstWildcard(argument);
        boolean pattern = glob >= 0 && !Files.exists(Path.of(argument));
        if (pattern) {
            Path root = Path.of(argument.substring(0, argument.lastIndexOf('/', glob) + 1));
            PathMatcher matcher = root.getFileSystem().getPathMatcher("glob:" + argument);
            addFiles(argument, root, matcher::matches, "no file fits the pattern", inputs, problems);
        } else if (!Files.exists(Path.of(argument))) {
            problems.add(Problem.error(argument, 0, "", Sentence.of("log.absent", "no such file")));
        } else if (Files.isDirectory(Path.of(argument))) {
            addFiles(argument, Path.of(argument), path -> true, "there is no file in this folder", inputs, problems);
        } else if (!Files.isReadable(Path.of(argument))) {
            problems.add(Problem.error(argument, 0, "", Sentence.of("log.forbidden", "may not be read")));
        } else {
            inputs.add(new Input(argument, Path.of(argument)));
        }
    }

    private static void addFiles(
            String argument,
            Path root,
            Predicate<Path> wanted,
            String whenNone,
            List<Input> inputs,
            List<Problem> problems)
            throws IOException {
        List<Path> files = Files.exists(root) ? files(root, wanted) : List.of();
        for (Path file : files) {
            inputs.add(new Input(file.toString(), file));
        }
        if (files.isEmpty()) {
            problems.add(problem(argument, whenNone));
        }
    }

    private static List<Path> files(Path root, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(path -> !hidden(root.relativize(path)))
                    .filter(wanted)
                    .filter(Files::isRegularFile)
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FileSystemLoopException loop) {
                throw new IOException(loop.getFile() + ": a link to a folder that it lies in", e);
            }
            throw e.getCause();
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static int firstWildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[{".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static Problem problem(String argument, String message) {
        return Problem.error(argument, 0, "", message);
    }
}
