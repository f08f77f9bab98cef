package fr.comptoir.ingest.read;

import fr.comptoir.model.action.Names;

/** A growing dictionary whose number 0 is the empty text, and which can be emptied. Not thread-safe. */
final class Texts {
    private Names names = new Names();

    Texts() {
        clear();
    }

    int number(String text) {
        return names.number(text);
    }

    String text(int number) {
        return names.text(number);
    }

    int size() {
        return names.size();
    }

    void clear() {
        names = new Names();
        names.number("");
    }
}
