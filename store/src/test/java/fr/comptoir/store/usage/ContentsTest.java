package fr.comptoir.store.usage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTest {
    @TempDir
    private Path folder;

    /** A word is folded here, and the names in which it is looked for by the database. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Éditions",
                "한국어 연구",
                "हिन्दी पत्रिका",
                "مَجَلَّة",
                "שָׁלוֹם",
                "ガラパゴス",
                "Ελλάδα",
                "Việt Nam",
                "İstanbul"
            })
    void wordsOfEachScriptAreFoundInNames(String name) throws Exception {
        List<String> names = new ArrayList<>();
        try (Duck duck = Duck.open(folder)) {
            ColumnReader.read(
                    duck,
                    "SELECT lower(strip_accents(" + Sql.text(name) + "))",
                    (chunk, rows) -> names.add(chunk.vector(0).getString(0)));
        }
        assertThat(names).containsExactly(Contents.folded(name));
    }
}
