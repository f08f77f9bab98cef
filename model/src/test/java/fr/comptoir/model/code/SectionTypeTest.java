package fr.comptoir.model.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTypeTest {
    /** Items under the titles that they can stand under (CoP 5.1, table 3.q). */
    @ParameterizedTest
    @CsvSource({
        "Article, Journal, Article",
        "News_Item, Newspaper_or_Newsletter, Article",
        "Book_Segment, Book, Chapter",
        "Book, Book, Book",
        "Reference_Item, Reference_Work, Chapter",
        "Reference_Work, Reference_Work, Book",
        "Conference_Item, Conference, Other",
        "Report, Report, Other",
        "Thesis_or_Dissertation, Thesis_or_Dissertation, Other",
        "Other, Journal, Section",
        "Dataset, Newspaper_or_Newsletter, Section",
        "Image, Book, Section",
        "Sound, Reference_Work, Section",
        "Article, Conference, Other",
    })
    void aSectionTypeGoesWithTheDataTypeOfItsTitle(String item, String title, String section) {
        assertThat(SectionType.of(type(title), type(item)).code()).isEqualTo(section);
    }

    @Test
    void whateverStandsUnderATitleHasASectionTypeThatGoesWithIt() {
        for (DataType title : DataType.values()) {
            for (DataType item : DataType.values()) {
                if (title.mayBeTitle() && item.mayBeItem()) {
                    assertThat(goingWith(title.r5()))
                            .as("%s of %s", item.code(), title.code())
                            .contains(SectionType.of(title, item));
                }
            }
        }
    }

    private static DataType type(String code) {
        return DataType.of(code).orElseThrow();
    }

    /** The Section_Types whose Host_Types have titles of that Data_Type of Release 5 (CoP 5.0.3, tables 3.p and 3.q). */
    private static Set<SectionType> goingWith(DataType title) {
        return switch (title) {
            case JOURNAL, NEWSPAPER_OR_NEWSLETTER -> EnumSet.of(SectionType.ARTICLE, SectionType.SECTION);
            case BOOK -> EnumSet.of(SectionType.BOOK, SectionType.CHAPTER, SectionType.SECTION);
            default -> EnumSet.of(SectionType.OTHER);
        };
    }
}
