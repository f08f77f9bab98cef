package fr.comptoir.model.code;

import java.util.Optional;

/** The unit that was delivered, in Title Reports of Release 5 only (CoP 5.0.3, section 3.3.3). */
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

    /** The type of that name in any letter case. */
    public static Optional<SectionType> of(String text) {
        return Codes.find(values(), SectionType::code, text);
    }
}
