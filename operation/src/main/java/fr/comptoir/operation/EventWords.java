package fr.comptoir.operation;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.DataType;

/** Actions in the words of ezPAARSE's access events. */
final class EventWords {
    /** The rtype of a search. */
    static final String SEARCH = "SEARCH";

    private EventWords() {}

    /** ezPAARSE's word for what was looked at. */
    static String rtype(ActionKind kind, DataType type) {
        if (kind == ActionKind.INVESTIGATION) {
            return type == DataType.BOOK || type == DataType.REFERENCE_WORK ? "PREVIEW" : "ABS";
        }
        return switch (type) {
            case ARTICLE, CONFERENCE_ITEM, NEWS_ITEM -> "ARTICLE";
            case BOOK -> "BOOK";
            case BOOK_SEGMENT -> "BOOK_SECTION";
            case REFERENCE_ITEM -> "ENCYCLOPAEDIA_ENTRY";
            case DATASET -> "DATASET";
            case IMAGE -> "IMAGE";
            case SOUND -> "AUDIO";
            case AUDIOVISUAL, MULTIMEDIA -> "VIDEO";
            case REPORT -> "REPORT";
            case THESIS_OR_DISSERTATION -> "PHD_THESIS";
            default -> "OTHER";
        };
    }

    /** ezPAARSE's word for the format: that of the page rule, in capitals as there, else the likeliest. */
    static String mime(ActionKind kind, String format) {
        if (!format.isEmpty()) {
            return format;
        }
        return kind == ActionKind.REQUEST ? "MISC" : "HTML";
    }
}
