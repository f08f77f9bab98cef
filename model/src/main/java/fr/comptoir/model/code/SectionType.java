package fr.comptoir.model.code;

import java.util.Optional;

/**
 * The unit that was delivered, in Title Reports of Release 5 only (CoP 5.0.3, section 3.3.3, table 3.q).
 *
 * <p>The table gives each value its Host_Types: Article to those of serials, Book and Chapter to those of books, Section to both, Other to
 * Aggregated_Full_Content alone. From this the official validator reads which Data_Types a value goes with: Article with Journal and
 * Newspaper_or_Newsletter, Book and Chapter with Book, Other with all the rest. So the entry of a reference work, which is a Book in Release 5, is
 * a Chapter here, although the words about Article name encyclopedias too; and an item of a conference, whose Data_Type is Other, is Other.
 * What a serial or a book has beside its articles and chapters, as a whole issue in one file, is a Section of it.
 */
public enum SectionType {
    ARTICLE("Article"),
    BOOK("Book"),
    CHAPTER("Chapter"),
    OTHER("Other"),
    SECTION("Section");

    private final String code;

    SectionType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * What an item is in the row of its title. Both may be the same: a whole book, or what stands by itself.
     *
     * @param title of a type that may be a title, as the catalogue calls it
     */
    public static SectionType of(DataType title, DataType item) {
        return switch (title.r5()) {
            case JOURNAL, NEWSPAPER_OR_NEWSLETTER ->
                switch (item) {
                    case ARTICLE, NEWS_ITEM -> ARTICLE;
                    default -> SECTION;
                };
            case BOOK ->
                switch (item) {
                    case BOOK, REFERENCE_WORK -> BOOK;
                    case BOOK_SEGMENT, REFERENCE_ITEM -> CHAPTER;
                    default -> SECTION;
                };
            default -> OTHER;
        };
    }

    /** The type of that name in any letter case. */
    public static Optional<SectionType> of(String text) {
        return Codes.find(values(), SectionType::code, text);
    }
}
