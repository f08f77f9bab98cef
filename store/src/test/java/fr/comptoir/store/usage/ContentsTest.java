package fr.comptoir.store.usage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.text.SearchText;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "İstanbul",
                "« L’Œuvre » d’un “naïf” – Straße, Ærø, Łódź"
            })
    void wordsOfEachScriptAreFoundInNames(String name) throws Exception {
        List<String> names = new ArrayList<>();
        try (Duck duck = Duck.open(folder)) {
            ColumnReader.read(
                    duck,
                    "SELECT " + FoldedText.sql(Sql.text(name)),
                    (chunk, rows) -> names.add(chunk.vector(0).getString(0)));
        }
        assertThat(names).containsExactly(SearchText.folded(name));
    }

    /** As it is typed on a keyboard, in a column of the titles too. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "name, d'histoire",
                "name, annales d’HISTOIRE",
                "name, \"coeurs\"",
                "name, cœurs*",
                "name, 1914-1918",
                "print_issn, 99300125",
                "print_issn, 9930-0125",
                "isbn, 978-19999900-9",
                "isbn, 97819999"
            })
    void namesHoldWhatPeopleType(String column, String typed) throws Exception {
        List<Boolean> held = new ArrayList<>();
        try (Duck duck = Duck.open(folder)) {
            ColumnReader.read(
                    duck,
                    "SELECT " + UsedTitlesSql.holds(column, typed)
                            + " FROM (SELECT 'Annales d’histoire des cœurs, 1914–1918' AS name,"
                            + " '9930-0125' AS print_issn, '978-1-9999900-9-1' AS isbn) c",
                    (chunk, rows) -> held.add(chunk.vector(0).getBoolean(0)));
        }
        assertThat(held).containsExactly(true);
    }
}
