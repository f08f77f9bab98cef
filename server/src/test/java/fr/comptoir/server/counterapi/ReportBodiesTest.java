package fr.comptoir.server.counterapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportBodiesTest {
    private static final byte[] REPORT = "[\"0123456789\"] ".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    /** A hundred clients that read no gzip must not fill the memory with what is small only when it is packed. */
    @Test
    void whatIsLargeUnpackedIsStreamedToWhoeverWantsItUnpacked() throws IOException {
        KeptReport large = kept("large", REPORT);
        ReportBodies bodies = new ReportBodies();
        assertThat(Files.size(large.gzip())).isLessThan(10_000);
        assertThat(bodies.small(large, Encoding.IDENTITY)).isNull();
        assertThat(bodies.small(large, Encoding.GZIP)).isNotNull();
        assertThat(bodies.small(large, Encoding.BR)).isNotNull();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(bodies.stream(large, Encoding.IDENTITY, out)).isEqualTo(REPORT.length);
        assertThat(out.toByteArray()).isEqualTo(REPORT);
    }

    @Test
    void whatIsSmallIsGivenWhole() throws IOException {
        KeptReport small = kept("small", new byte[] {'{', '}'});
        assertThat(new ReportBodies().small(small, Encoding.IDENTITY)).isEqualTo(new byte[] {'{', '}'});
    }

    private KeptReport kept(String key, byte[] json) throws IOException {
        Path file = folder.resolve(key);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(json);
        }
        return new KeptReport(key, "", List.of(), file);
    }
}
