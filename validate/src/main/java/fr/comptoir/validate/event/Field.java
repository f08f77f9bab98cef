package fr.comptoir.validate.event;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A single value that describes an item, a parent or a component. */
public enum Field {
    /** Platform of a Platform Report, else Database, Title or Item. */
    NAME("Title"),
    PUBLISHER("Publisher"),
    PLATFORM("Platform"),
    PUBLICATION_DATE("Publication_Date"),
    ARTICLE_VERSION("Article_Version"),
    /** Of a parent or a component; an item's is an {@link Attribute}. */
    DATA_TYPE("Data_Type"),
    DOI("DOI"),
    PROPRIETARY_ID("Proprietary_ID"),
    ISBN("ISBN"),
    PRINT_ISSN("Print_ISSN"),
    ONLINE_ISSN("Online_ISSN"),
    /** Release 5, JSON only. */
    LINKING_ISSN("Linking_ISSN"),
    URI("URI"),
    BOOK_SEGMENT_COUNT("Book_Segment_Count");

    /** How many there are. */
    public static final int COUNT = values().length;

    private static final Map<String, Field> BY_COLUMN =
            Stream.of(values()).collect(Collectors.toMap(field -> field.column, Function.identity()));

    private final String column;

    Field(String column) {
        this.column = column;
    }

    /** The heading without {@code Parent_} or {@code Component_}; of a name that of a title. */
    public String column() {
        return column;
    }

    /** The name inside JSON's Item_ID. */
    public String idType() {
        return this == PROPRIETARY_ID ? "Proprietary" : column;
    }

    public boolean isIdentifier() {
        return switch (this) {
            case DOI, PROPRIETARY_ID, ISBN, PRINT_ISSN, ONLINE_ISSN, LINKING_ISSN, URI -> true;
            default -> false;
        };
    }

    /** The field of a heading without its prefix. */
    public static @Nullable Field ofColumn(String column) {
        return BY_COLUMN.get(column);
    }

    /** The identifier of a type inside JSON's Item_ID. */
    public static @Nullable Field ofIdType(String type) {
        Field field = type.equals("Proprietary") ? PROPRIETARY_ID : BY_COLUMN.get(type);
        return field != null && field.isIdentifier() && field.idType().equals(type) ? field : null;
    }
}
