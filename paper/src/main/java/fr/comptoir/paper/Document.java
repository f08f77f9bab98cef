package fr.comptoir.paper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document for people: a head, perhaps a chart, a table, notes. All texts are in the document's language and come as they are to be read,
 * but numbers, which the page writes as the language does.
 *
 * @param brand whose document it is
 * @param title what it is
 * @param subtitle whom it is about
 * @param particulars the lines of the head: period, date and the like
 * @param chart absent: none
 * @param notes come after the table, in their order
 * @param created the only date in the file; the same values and the same date give the same bytes
 * @param creator the program that made the figures
 */
public record Document(
        Language language,
        Brand brand,
        String title,
        String subtitle,
        List<Particular> particulars,
        Optional<Chart> chart,
        Table table,
        List<Note> notes,
        Instant created,
        String creator) {
    public Document {
        particulars = List.copyOf(particulars);
        notes = List.copyOf(notes);
    }

    /**
     * Who publishes the document.
     *
     * @param logo a picture as {@link Picture} reads it
     */
    public record Brand(String name, Optional<Picture> logo) {}

    /** A line of the head, such as "Period" and "January 2025 to December 2025". */
    public record Particular(String label, String value) {}

    /** A heading and its paragraphs. */
    public record Note(String heading, List<String> paragraphs) {
        public Note {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * Bars beside each other, from zero.
     *
     * @param title what is counted, and by what
     */
    public record Chart(String title, List<Bar> bars) {
        public Chart {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One bar.
     *
     * @param label below it, short
     * @param fullLabel for who cannot see it
     * @param value not negative; null when it is not known, which is not 0: there is no bar
     */
    public record Bar(
            String label, String fullLabel, @Nullable Long value) {
        long height() {
            return value == null ? 0 : value;
        }
    }

    /**
     * A table. Its first columns are of texts, the others of numbers.
     *
     * @param empty the sentence that stands where there is no row
     */
    public record Table(String heading, List<Column> columns, List<Row> rows, String empty) {
        public Table {
            columns = List.copyOf(columns);
            for (int i = 1; i < columns.size(); i++) {
                if (columns.get(i - 1).kind() == Kind.NUMBER && columns.get(i).kind() != Kind.NUMBER) {
                    throw new IllegalArgumentException(
                            "the column " + columns.get(i).heading() + " of text stands after a column of numbers");
                }
            }
        }

        int texts() {
            return (int) columns.stream()
                    .filter(column -> column.kind() != Kind.NUMBER)
                    .count();
        }
    }

    /** What stands in a column: words that wrap, a code that is not wrapped without need, or a number. */
    public enum Kind {
        TEXT,
        CODE,
        NUMBER
    }

    /**
     * A column.
     *
     * @param group the heading over this column and its neighbours of the same group; {@code ""} for none
     */
    public record Column(String group, String heading, Kind kind) {}

    /**
     * A row.
     *
     * @param numbers null where there is none to tell, which is not 0
     * @param total a row of sums, which stands out
     */
    public record Row(List<String> texts, List<@Nullable Long> numbers, boolean total) {}
}
