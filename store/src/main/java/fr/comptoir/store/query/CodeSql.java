package fr.comptoir.store.query;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Words;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The words of the Code as SQL. While a question is answered they are ENUMs, which are as fast as numbers, and an answer has the ordinals
 * of what they are called in a release.
 */
public final class CodeSql {
    public static final String DATA_TYPE = "data_type_word";
    public static final String ACCESS_TYPE = "access_type_word";
    public static final String ACCESS_METHOD = "access_method_word";

    private CodeSql() {}

    /** Makes the types known to which words are cast. */
    public static void register(Duck duck) throws SQLException {
        Words.type(duck, DATA_TYPE, codes(DataType.values(), DataType::code));
        Words.type(duck, ACCESS_TYPE, codes(AccessType.values(), AccessType::code));
        Words.type(duck, ACCESS_METHOD, codes(AccessMethod.values(), AccessMethod::code));
    }

    static String asDataType(String text) {
        return text + "::" + DATA_TYPE;
    }

    /** What a type of content is called in the reports of a release. In Release 5.1 a whole book appears as one of its segments (IR). */
    public static DataType named(DataType type, Subject subject, Release release) {
        return switch (release) {
            case R5 -> subject == Subject.ITEM ? type.r5InItemReport() : type.r5();
            case R5_1 -> subject == Subject.ITEM && type.isWholeBook() ? type.segmentType() : type;
        };
    }

    /** The ordinal of the {@link DataType} in the terms of a release, of a column of that type. */
    static String dataType(String column, Subject subject, Release release) {
        return mapped(column, type -> named(type, subject, release).ordinal());
    }

    /** The ordinal of the Section_Type that an item of that type is delivered as. */
    static String sectionType(String column) {
        return mapped(column, type -> type.sectionType().ordinal());
    }

    static String ordinal(String column) {
        return "enum_code(" + column + ")::TINYINT";
    }

    /** The words of the files that are one of {@code asked} in the terms of a release. */
    static List<String> dataTypes(Set<DataType> asked, Subject subject, Release release) {
        return dataTypes(type -> asked.contains(named(type, subject, release)));
    }

    /** The words of the files whose items are delivered as one of {@code asked}. */
    static List<String> dataTypes(Set<SectionType> asked) {
        return dataTypes(type -> asked.contains(type.sectionType()));
    }

    private static List<String> dataTypes(Predicate<DataType> condition) {
        return Arrays.stream(DataType.values())
                .filter(condition)
                .map(DataType::code)
                .toList();
    }

    private static <E> List<String> codes(E[] values, Function<E, String> code) {
        return Arrays.stream(values).map(code).toList();
    }

    /** A lookup by ordinal: the place in the list, from 1. */
    private static String mapped(String column, ToIntFunction<DataType> number) {
        String numbers = Arrays.stream(DataType.values())
                .mapToInt(number)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "[", "]::TINYINT[]"));
        return "(" + numbers + ")[enum_code(" + column + ")::INTEGER + 1]";
    }
}
