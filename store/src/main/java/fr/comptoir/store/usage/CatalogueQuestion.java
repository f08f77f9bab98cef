package fr.comptoir.store.usage;

import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.query.CodeSql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Asks the database of the process what a catalogue has. */
@FunctionalInterface
interface CatalogueQuestion {
    void ask(KeptDuck kept) throws SQLException, IOException;

    /**
     * Asks it.
     *
     * @param temporary the folder of the database
     * @throws IOException when the catalogue cannot be read
     */
    static void ask(Path temporary, CatalogueQuestion question) throws IOException {
        try (KeptDuck kept = KeptDuck.borrow(temporary, CodeSql::register)) {
            question.ask(kept);
        } catch (SQLException e) {
            throw Duck.failure(e, "the catalogue cannot be read");
        }
    }
}
