package fr.comptoir.server.space;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.operation.Explain;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainFileTest {
    @Test
    void noCellIsAFormulaToASpreadsheet() throws Exception {
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExplainFile.write(new Explain.Answer(List.of(line), Map.of(), Map.of(), List.of()), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"'=1+1\"", "\"'-Portal\",\"ip\"", "\"'@x.log:1\"");
    }
}
