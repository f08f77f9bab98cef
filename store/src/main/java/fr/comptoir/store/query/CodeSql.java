package fr.comptoir.store.query;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The words of the Code as SQL: from a word in the files to the ordinal of what it is in a release, so that answers are numbers. */
final class CodeSql {
    private CodeSql() {}

    /** What a type of content is called in the reports of a release. In Release 5.1 a whole book appears as one of its segments (IR). */
    static DataType named(DataType type, Subject subject, Release release) {
        return switch (release) {
            case R5 -> subject == Subject.ITEM ? type.r5InItemReport() : type.r5();
            case R5_1 -> subject == Subject.ITEM && type.isWholeBook() ? type.segmentType() : type;
        };
    }

    /** The ordinal of the {@link DataType} in the terms of a release. */
    static String dataType(String column, Subject subject, Release release) {
        return ordinal(
                column,
                DataType.values(),
                DataType::code,
                type -> named(type, subject, release).ordinal());
    }

    /** The ordinal of the Section_Type that an item of that type is delivered as. */
    static String sectionType(String column) {
        return ordinal(
                column,
                DataType.values(),
                DataType::code,
                type -> type.sectionType().ordinal());
    }

    static String accessType(String column) {
        return ordinal(column, AccessType.values(), AccessType::code, AccessType::ordinal);
    }

    static String accessMethod(String column) {
        return ordinal(column, AccessMethod.values(), AccessMethod::code, AccessMethod::ordinal);
    }

    /** The words of the files that are one of {@code asked} in the terms of a release. */
    static List<String> dataTypes(Set<DataType> asked, Subject subject, Release release) {
        return codes(type -> asked.contains(named(type, subject, release)));
    }

    /** The words of the files whose items are delivered as one of {@code asked}. */
    static List<String> dataTypes(Set<SectionType> asked) {
        return codes(type -> asked.contains(type.sectionType()));
    }

    private static List<String> codes(Predicate<DataType> condition) {
        return Arrays.stream(DataType.values())
                .filter(condition)
                .map(DataType::code)
                .toList();
    }

    private static <E extends Enum<E>> String ordinal(
            String column, E[] values, Function<E, String> code, Function<E, Integer> ordinal) {
        return Arrays.stream(values)
                .map(value -> String.format(Locale.ROOT, "WHEN '%s' THEN %d", code.apply(value), ordinal.apply(value)))
                .collect(Collectors.joining(" ", "(CASE " + column + " ", " END)::TINYINT"));
    }
}
