package fr.comptoir.operation;

import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.Command.ReadFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
        try (InputStream in = Files.newInputStream(file);
                DigestOutputStream out =
                        new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            long bytes = in.transferTo(out);
            String sha256 = HexFormat.of().formatHex(out.getMessageDigest().digest());
            return new ReadFile(
                    file.toString(), file.toAbsolutePath().normalize().toString(), bytes, sha256);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
