package fr.comptoir.model.code;

import java.util.Optional;

/**
 * What kind of content was used (CoP 5.1, section 3.3.2; CoP 5.0.3, section 3.3.2). The catalogue and the facts speak Release 5.1;
 * {@link #r5()} and {@link #r5InItemReport()} give the name that Release 5 has for the same content.
 */
public enum DataType {
    ARTICLE("Article", Level.ITEM, true, "Article"),
    AUDIOVISUAL("Audiovisual", Level.ITEM, true, "Multimedia"),
    BOOK("Book", Level.TITLE, true, "Book"),
    BOOK_SEGMENT("Book_Segment", Level.ITEM, true, "Book_Segment"),
    CONFERENCE("Conference", Level.TITLE, true, "Other"),
    CONFERENCE_ITEM("Conference_Item", Level.ITEM, true, "Other"),
    DATABASE("Database", Level.DATABASE, false, "Database"),
    DATABASE_AI("Database_AI", Level.DATABASE, true, "Database"),
    DATABASE_AGGREGATED("Database_Aggregated", Level.DATABASE, true, "Database"),
    DATABASE_FULL("Database_Full", Level.DATABASE, true, "Database"),
    DATABASE_FULL_ITEM("Database_Full_Item", Level.ITEM, true, "Database"),
    DATASET("Dataset", Level.ITEM, true, "Dataset"),
    IMAGE("Image", Level.ITEM, true, "Multimedia"),
    INTERACTIVE_RESOURCE("Interactive_Resource", Level.ITEM, true, "Multimedia"),
    JOURNAL("Journal", Level.TITLE, true, "Journal"),
    MULTIMEDIA("Multimedia", Level.ITEM, true, "Multimedia"),
    NEWS_ITEM("News_Item", Level.ITEM, true, "Newspaper_or_Newsletter"),
    NEWSPAPER_OR_NEWSLETTER("Newspaper_or_Newsletter", Level.TITLE, true, "Newspaper_or_Newsletter"),
    OTHER("Other", Level.TITLE_OR_ITEM, true, "Other"),
    PATENT("Patent", Level.TITLE_OR_ITEM, true, "Other"),
    PLATFORM("Platform", Level.PLATFORM, true, "Platform"),
    REFERENCE_ITEM("Reference_Item", Level.ITEM, true, "Article"),
    REFERENCE_WORK("Reference_Work", Level.TITLE, true, "Book"),
    REPORT("Report", Level.TITLE_OR_ITEM, true, "Report"),
    REPOSITORY_ITEM("Repository_Item", Level.ITEM, false, "Repository_Item"),
    SOFTWARE("Software", Level.ITEM, true, "Other"),
    SOUND("Sound", Level.ITEM, true, "Multimedia"),
    STANDARD("Standard", Level.TITLE_OR_ITEM, true, "Other"),
    THESIS_OR_DISSERTATION("Thesis_or_Dissertation", Level.TITLE_OR_ITEM, true, "Thesis_or_Dissertation"),
    UNSPECIFIED("Unspecified", Level.TITLE_OR_ITEM, true, "Unspecified");

    /** Where a type may stand: of a title, of an item, of a database, of the platform, or of either of the first two. */
    public enum Level {
        TITLE,
        ITEM,
        TITLE_OR_ITEM,
        DATABASE,
        PLATFORM
    }

    private final String code;
    private final Level level;
    private final boolean inR51;
    private final String r5;

    DataType(String code, Level level, boolean inR51, String r5) {
        this.code = code;
        this.level = level;
        this.inR51 = inR51;
        this.r5 = r5;
    }

    public String code() {
        return code;
    }

    public Level level() {
        return level;
    }

    /** Whether Release 5.1 has this value; the two that it has not exist for Release 5 reports only. */
    public boolean inR51() {
        return inR51;
    }

    public boolean isDatabase() {
        return level == Level.DATABASE;
    }

    /** The Release 5 name of the same content in Platform, Database and Title Reports. */
    public DataType r5() {
        return of(r5).orElseThrow();
    }

    /** The Release 5 name in the Item Report, which knows no Database. */
    public DataType r5InItemReport() {
        return this == DATABASE_FULL_ITEM ? OTHER : r5();
    }

    /** Whether a row of this type is a title of a Title Report when it has no parent. */
    public boolean mayBeTitle() {
        return level == Level.TITLE || level == Level.TITLE_OR_ITEM;
    }

    /** Whether actions can be on a row of this type: not on a Journal, Conference, Newspaper_or_Newsletter, Database or Platform. */
    public boolean mayBeItem() {
        return switch (level) {
            case ITEM, TITLE_OR_ITEM -> true;
            case TITLE -> isWholeBook();
            case DATABASE, PLATFORM -> false;
        };
    }

    /** Book and Reference_Work: titles that can be delivered whole and that have Unique_Title metrics. */
    public boolean isWholeBook() {
        return this == BOOK || this == REFERENCE_WORK;
    }

    /** The type of the parts of a whole book (CoP 5.1, section 3.3.2); fails for any other type. */
    public DataType segmentType() {
        return switch (this) {
            case BOOK -> BOOK_SEGMENT;
            case REFERENCE_WORK -> REFERENCE_ITEM;
            default -> throw new IllegalArgumentException(code + " has no segments");
        };
    }

    /** The type of that name in any letter case. */
    public static Optional<DataType> of(String text) {
        return Codes.find(values(), DataType::code, text);
    }
}
