package fr.comptoir.store.query;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.duck.Words;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
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

    /**
     * What an access is called in the reports of a release. Other_Free_To_Read is a word of repositories for their items (CoP 5.0.3, section
     * 3.3.5): the Title Report and its views have Controlled and OA_Gold alone, and what is not OA_Gold is Controlled there.
     */
    public static AccessType named(AccessType type, Subject subject, Release release) {
        boolean ofTitle = release == Release.R5 && subject == Subject.TITLE;
        return ofTitle && type == AccessType.OTHER_FREE_TO_READ ? AccessType.CONTROLLED : type;
    }

    /** What the facts call those that are asked of the reports of a release; nothing if these are all, or if none are asked. */
    public static Set<AccessType> meant(Set<AccessType> asked, Subject subject, Release release) {
        if (asked.isEmpty()) {
            return asked;
        }
        Set<AccessType> names = EnumSet.noneOf(AccessType.class);
        asked.forEach(type -> names.add(named(type, subject, release)));
        Set<AccessType> others = EnumSet.noneOf(AccessType.class);
        Set<AccessType> meant = EnumSet.noneOf(AccessType.class);
        for (AccessType type : AccessType.values()) {
            if (type.in(release)) {
                (names.contains(named(type, subject, release)) ? meant : others).add(type);
            }
        }
        return others.isEmpty() ? Set.of() : meant;
    }

    /** The word of an access in the terms of a release, of the facts' column of it. */
    static String accessType(Subject subject, Release release) {
        String column = accessType(release);
        return Arrays.stream(AccessType.values())
                .filter(type -> type.in(release) && named(type, subject, release) != type)
                .map(type -> "WHEN " + Sql.text(type.code()) + " THEN "
                        + Sql.text(named(type, subject, release).code()))
                .reduce((one, other) -> one + " " + other)
                .map(cases -> "CASE " + column + " " + cases + " ELSE " + column + " END")
                .orElse(column);
    }

    /** The facts' column of the access in a release. */
    static String accessType(Release release) {
        return release == Release.R5 ? "Access_Type_R5" : "Access_Type";
    }

    /** The ordinal of the {@link DataType} in the terms of a release, of a column of that type. */
    static String dataType(String column, Subject subject, Release release) {
        return mapped(column, type -> named(type, subject, release).ordinal());
    }

    /** The ordinal of the {@link SectionType} of an item in the row of its title. */
    static String sectionType(String title, String item) {
        DataType[] types = DataType.values();
        String numbers = Arrays.stream(types)
                .flatMap(one -> Arrays.stream(types).map(other -> SectionType.of(one, other)))
                .map(section -> Integer.toString(section.ordinal()))
                .collect(Collectors.joining(", ", "[", "]::TINYINT[]"));
        return "(" + numbers + ")[" + number(title) + " * " + types.length + " + " + number(item) + " + 1]";
    }

    private static String number(String word) {
        return "enum_code(" + asDataType(word) + ")::INTEGER";
    }

    static String ordinal(String column) {
        return "enum_code(" + column + ")::TINYINT";
    }

    /** The words of the files that are one of {@code asked} in the terms of a release. */
    static List<String> dataTypes(Set<DataType> asked, Subject subject, Release release) {
        return dataTypes(type -> asked.contains(named(type, subject, release)));
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
