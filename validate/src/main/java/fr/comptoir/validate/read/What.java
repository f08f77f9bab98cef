package fr.comptoir.validate.read;

import fr.comptoir.model.text.Sentence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What elements and values of JSON are called in sentences, where they have no name. */
final class What {
    static final Sentence OBJECT = Sentence.of("what.object", "an object");
    static final Sentence ARRAY = Sentence.of("what.array", "an array");
    static final Sentence TEXT = Sentence.of("what.text", "text");
    static final Sentence NULL = Sentence.of("what.null", "null");
    static final Sentence WHOLE_NUMBER = Sentence.of("what.whole-number", "a whole number");
    static final Sentence IT = Sentence.of("what.it", "it");
    static final Sentence THE_REPORT = Sentence.of("what.the-report", "the report");
    static final Sentence REPORT = Sentence.of("what.report", "a report");
    static final Sentence EXCEPTION = Sentence.of("what.exception", "an exception");
    static final Sentence ITEM = Sentence.of("what.item", "an item");
    static final Sentence PARENT = Sentence.of("what.parent", "a parent");
    static final Sentence COMPONENT = Sentence.of("what.component", "a component");
    static final Sentence AUTHOR = Sentence.of("what.author", "an author");
    static final Sentence CONTRIBUTOR = Sentence.of("what.contributor", "a contributor");
    static final Sentence PERFORMANCE = Sentence.of("what.performance", "a Performance");
    static final Sentence INSTANCE = Sentence.of("what.instance", "an Instance");
    static final Sentence ATTRIBUTE_PERFORMANCE = Sentence.of("what.attribute-performance", "an Attribute_Performance");
    static final Sentence PERFORMANCE_OF_COMPONENT =
            Sentence.of("what.component-performance", "the Attribute_Performance of a component");

    private What() {}

    static Sentence itemOf(String report) {
        return Sentence.of("what.item-of", "an item of {0}", report);
    }

    static Sentence parentIn(String report) {
        return Sentence.of("what.parent-in", "a parent in {0}", report);
    }

    static Sentence value(@Nullable Object value) {
        return Sentence.of("what.value", "the value {0}", String.valueOf(value));
    }

    /** What the library that reads a format says. */
    static Sentence said(String message) {
        return Sentence.of("what.said", "{0}", message);
    }

    /** What a value is that was read by {@link JsonTree}. */
    static Sentence of(@Nullable Object value) {
        if (value instanceof Map) {
            return OBJECT;
        } else if (value instanceof List) {
            return ARRAY;
        } else if (value instanceof String) {
            return TEXT;
        }
        return value == null ? NULL : value(value);
    }
}
