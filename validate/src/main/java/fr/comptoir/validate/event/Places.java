package fr.comptoir.validate.event;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.text.Sentence;

/** Puts places into words: {@code row 17, column YOP (F17)}, or a JSON pointer. */
public interface Places {
    String thing(Thing thing);

    String field(Thing thing, Field field);

    String publisherId(Thing thing, int index);

    String author(Thing thing, int index);

    String attribute(UsageRow row, Attribute attribute);

    String metric(UsageRow row);

    /** The place of a count. */
    String count(UsageRow row, int month);

    String total(UsageRow row);

    /** The place of a row or of an Attribute_Performance by its code, when the row itself is gone. */
    String row(long code);

    /** {@link #row} as a part of a sentence. A JSON pointer is the same in all languages. */
    default Sentence rowInSentence(long code) {
        return Sentence.inEnglish(row(code));
    }

    /** {@link #thing} as a part of a sentence. */
    default Sentence thingInSentence(Thing thing) {
        return Sentence.inEnglish(thing(thing));
    }

    /** The place of a metric's count by the code of its row. */
    String count(long code, MetricType metric, int month);
}
