package fr.comptoir.engine;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.DataType;

/**
 * Which actions can be on which rows of the catalogue. An investigation or request is of an item; a denial of an item or of a database; a
 * search of the platform as a whole or of a database (CoP 5.1, section 3.3.4).
 */
final class ContentRule {
    /** What a row's item is, as far as this rule is concerned. */
    enum Standing {
        /** The row names no item. */
        NONE,
        /** The catalogue does not know it. */
        UNKNOWN,
        /** Can be investigated and requested. */
        ITEM,
        DATABASE,
        /** A title that is not itself an item. */
        TITLE_ONLY;

        private static final Standing[] VALUES = values();

        static Standing of(DataType type) {
            if (type.isDatabase()) {
                return DATABASE;
            }
            return type.mayBeItem() ? ITEM : TITLE_ONLY;
        }

        static Standing of(byte ordinal) {
            return VALUES[ordinal];
        }
    }

    private ContentRule() {}

    static Fate fate(ActionKind kind, Standing standing) {
        if (kind == ActionKind.SEARCHES_PLATFORM) {
            return Fate.COUNTED;
        }
        return switch (standing) {
            case UNKNOWN -> Fate.HELD;
            case ITEM -> kind.isSearch() ? Fate.NOT_CONTENT : Fate.COUNTED;
            case DATABASE -> kind.isInvestigation() ? Fate.NOT_CONTENT : Fate.COUNTED;
            case NONE, TITLE_ONLY -> Fate.NOT_CONTENT;
        };
    }
}
