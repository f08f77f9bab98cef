package fr.comptoir.benchmarks;

/** The kinds of page that a reader opens. */
enum PageKind {
    HOME("/", ""),
    TABLE_OF_CONTENTS("/journal/", ""),
    SEARCH("/search?q=", ""),
    ABSTRACT("/article/", ""),
    FULL_TEXT("/article/", "/fulltext"),
    PDF("/article/", "/pdf"),
    CHAPTER("/chapter/", ""),
    CHAPTER_PDF("/chapter/", "/pdf"),
    BOOK("/book/", ""),
    BOOK_PDF("/book/", ".pdf"),
    MINING("/tdm/", ".xml");

    private static final PageKind[] OF_AN_ARTICLE = {
        HOME,
        TABLE_OF_CONTENTS,
        TABLE_OF_CONTENTS,
        SEARCH,
        SEARCH,
        ABSTRACT,
        ABSTRACT,
        ABSTRACT,
        ABSTRACT,
        ABSTRACT,
        ABSTRACT,
        FULL_TEXT,
        FULL_TEXT,
        FULL_TEXT,
        FULL_TEXT,
        PDF,
        PDF,
        PDF,
        PDF,
        MINING
    };
    private static final PageKind[] OF_A_SEGMENT = {
        HOME,
        SEARCH,
        BOOK,
        CHAPTER,
        CHAPTER,
        CHAPTER,
        CHAPTER,
        CHAPTER_PDF,
        CHAPTER_PDF,
        CHAPTER_PDF,
        CHAPTER_PDF,
        BOOK_PDF
    };

    private static final byte[][] WORDS = Ascii.of(
            "climat",
            "archive",
            "mar%C3%A9e",
            "open+access",
            "usage",
            "%C3%A9conomie",
            "histoire+sociale",
            "energy",
            "water",
            "droit");

    private final String before;
    private final String after;

    PageKind(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** The kind for a random number of zero or more: what is opened from an article, or from a segment of a book. */
    static PageKind of(int item, int random) {
        PageKind[] kinds = BenchmarkSite.isSegment(item) ? OF_A_SEGMENT : OF_AN_ARTICLE;
        return kinds[random % kinds.length];
    }

    /** Whether a page rule names it: all but the front page and the tables of contents. */
    boolean isContent() {
        return this != HOME && this != TABLE_OF_CONTENTS;
    }

    /** Whether a browser goes on to ask for style sheets and images. */
    boolean hasFurniture() {
        return !(this == PDF || this == CHAPTER_PDF || this == BOOK_PDF || this == MINING);
    }

    /** Whether a reader without licence is refused it by name. */
    boolean isLicensed() {
        return this == FULL_TEXT || this == PDF || this == CHAPTER_PDF;
    }

    LineBuffer writePath(LineBuffer line, int item) {
        line.add(before);
        switch (this) {
            case HOME -> {}
            case SEARCH -> line.add(WORDS[item % WORDS.length]).add('+').add(item % 997);
            case TABLE_OF_CONTENTS, BOOK, BOOK_PDF -> BenchmarkSite.title(line, item);
            case ABSTRACT, FULL_TEXT, PDF, CHAPTER, CHAPTER_PDF, MINING -> BenchmarkSite.item(line, item);
        }
        return line.add(after);
    }
}
