package fr.comptoir.server.space;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.operation.Explain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainFileTest {
    @Test
    void noCellIsAFormulaToASpreadsheet(@TempDir Path folder) throws Exception {
        Explain.Line line = new Explain.Line(
                "2026-01-01T00:00:00+01:00",
                "=1+1",
                "request PDF",
                "counted",
                List.of(),
                Map.of(),
                "-Portal",
                AccessRoute.IP,
                "/logs/@x.log:1");
        Path made = folder.resolve("actions.csv");
        try (ExplainFile file = ExplainFile.create(made)) {
            file.add(line);
        }
        assertThat(Files.readString(made)).contains("\"'=1+1\"", "\"'-Portal\",\"ip\"", "\"'@x.log:1\"");
    }
}
