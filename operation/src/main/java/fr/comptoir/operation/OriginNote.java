package fr.comptoir.operation;

import fr.comptoir.paper.Document.Note;
import fr.comptoir.paper.Language;
import fr.comptoir.paper.Messages;
import fr.comptoir.store.state.Versions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Says in a document where its figures come from: the ledger line, and with what they were counted. */
final class OriginNote {
    private static final int HASH = 12;

    private OriginNote() {}

    static Note of(FigureOrigin origin, Language language, ZoneId zone, String program, String fingerprint) {
        Messages words = new Messages("fr.comptoir.operation.origin", language);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.text(
                "ledger",
                language.number(origin.inputs()),
                language.number(origin.lines()),
                language.number(origin.excluded()),
                language.number(origin.held()),
                language.number(origin.doubleClicks()),
                language.number(origin.counted())));
        paragraphs.add(words.text(
                "counted", language.date(origin.countedAt().atZone(zone).toLocalDate()), program));
        for (Versions with : origin.with()) {
            paragraphs.add(words.text(
                    "with",
                    hash(with.rules()),
                    hash(with.robots()),
                    hash(with.catalogue()),
                    hash(with.institutions())));
        }
        paragraphs.add(words.text("fingerprint", fingerprint));
        return new Note(words.text("heading"), paragraphs);
    }

    /** As much of a version as tells it from others. */
    private static String hash(String version) {
        return version.isEmpty() ? "–" : version.substring(0, Math.min(HASH, version.length()));
    }
}
