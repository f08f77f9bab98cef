package fr.comptoir.operation;

import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.Command.ReadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Names, sizes and SHA-256 of the files that an operation reads, for the record of its run. */
final class ReadFiles {
    private ReadFiles() {}

    static Command command(String operation, List<String> arguments, List<Path> files) throws IOException {
        List<ReadFile> read = new ArrayList<>();
        for (Path file : files) {
            read.add(of(file));
        }
        return new Command(operation, arguments, read);
    }

    private static ReadFile of(Path file) throws IOException {
        return new ReadFile(
                file.toString(), file.toAbsolutePath().normalize().toString(), Files.size(file), Sha256.of(file));
    }
}
