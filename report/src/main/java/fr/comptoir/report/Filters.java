package fr.comptoir.report;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery.Identifier;
import fr.comptoir.model.fact.FactQuery.YopRange;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a report is narrowed to; an empty set or list means all. Sets iterate in the order of the Code.
 *
 * @param parentDataTypes types that an item's parent must have
 * @param author identifier of an author, ORCID or ISNI
 * @param platform the platform's id, when the request named it; it narrows nothing where there is one platform
 * @param attributed whether usage must have been attributed to an institution, or to none
 */
public record Filters(
        Set<MetricType> metricTypes,
        Set<DataType> dataTypes,
        Set<DataType> parentDataTypes,
        Set<SectionType> sectionTypes,
        List<YopRange> yop,
        Set<AccessType> accessTypes,
        Set<AccessMethod> accessMethods,
        Optional<Identifier> itemId,
        Optional<Identifier> author,
        Optional<String> database,
        Optional<String> platform,
        Optional<Boolean> attributed) {

    public static final Filters NONE = new Builder().build();

    public Filters {
        metricTypes = ordered(metricTypes);
        dataTypes = ordered(dataTypes);
        parentDataTypes = ordered(parentDataTypes);
        sectionTypes = ordered(sectionTypes);
        yop = List.copyOf(yop);
        accessTypes = ordered(accessTypes);
        accessMethods = ordered(accessMethods);
    }

    /** The same narrowed to a database, or to none. */
    Filters with(Optional<String> name) {
        return new Filters(
                metricTypes,
                dataTypes,
                parentDataTypes,
                sectionTypes,
                yop,
                accessTypes,
                accessMethods,
                itemId,
                author,
                name,
                platform,
                attributed);
    }

    /** The values in the Code's spelling by filter, without the filters that are not set. */
    Map<Filter, List<String>> values(String platformId) {
        Map<Filter, List<String>> values = new EnumMap<>(Filter.class);
        put(values, Filter.METRIC_TYPE, metricTypes, MetricType::code);
        put(values, Filter.DATA_TYPE, dataTypes, DataType::code);
        put(values, Filter.PARENT_DATA_TYPE, parentDataTypes, DataType::code);
        put(values, Filter.SECTION_TYPE, sectionTypes, SectionType::code);
        put(values, Filter.YOP, yop, Filters::text);
        put(values, Filter.ACCESS_TYPE, accessTypes, AccessType::code);
        put(values, Filter.ACCESS_METHOD, accessMethods, AccessMethod::code);
        put(values, Filter.ITEM_ID, itemId.stream().toList(), id -> text(id, platformId));
        put(values, Filter.AUTHOR, author.stream().toList(), id -> id.namespace() + ":" + id.value());
        put(values, Filter.DATABASE, database.stream().toList(), Function.identity());
        put(values, Filter.PLATFORM, platform.stream().toList(), Function.identity());
        put(values, Filter.ATTRIBUTED, attributed.stream().toList(), Filters::yesOrNo);
        return values;
    }

    /** A proprietary identifier is written with the platform's id, which is its namespace. */
    private static String text(Identifier id, String platformId) {
        boolean proprietary = id.namespace().equals(ItemId.PROPRIETARY.code());
        return id.namespace() + ":" + (proprietary ? platformId + ":" : "") + id.value();
    }

    private static String text(YopRange range) {
        return range.from() == range.to() ? yop(range.from()) : yop(range.from()) + "-" + yop(range.to());
    }

    /** A year of publication with its four digits. */
    static String yop(int year) {
        return Integer.toString(10_000 + year).substring(1);
    }

    /** As the Code writes what is so and what is not. */
    static String yesOrNo(boolean yes) {
        return yes ? "Yes" : "No";
    }

    private static <T> void put(
            Map<Filter, List<String>> values, Filter filter, Collection<T> chosen, Function<T, String> code) {
        if (!chosen.isEmpty()) {
            values.put(filter, chosen.stream().map(code).toList());
        }
    }

    private static <E extends Enum<E>> Set<E> ordered(Set<E> values) {
        return values.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(values));
    }

    /** Collects filters one by one; what is not set means all. Not thread-safe. */
    public static final class Builder {
        private Set<MetricType> metricTypes = Set.of();
        private Set<DataType> dataTypes = Set.of();
        private Set<DataType> parentDataTypes = Set.of();
        private Set<SectionType> sectionTypes = Set.of();
        private List<YopRange> yop = List.of();
        private Set<AccessType> accessTypes = Set.of();
        private Set<AccessMethod> accessMethods = Set.of();
        private Optional<Identifier> itemId = Optional.empty();
        private Optional<Identifier> author = Optional.empty();
        private Optional<String> database = Optional.empty();
        private Optional<String> platform = Optional.empty();
        private Optional<Boolean> attributed = Optional.empty();

        public Builder metricTypes(Collection<MetricType> values) {
            metricTypes = Set.copyOf(values);
            return this;
        }

        public Builder dataTypes(Collection<DataType> values) {
            dataTypes = Set.copyOf(values);
            return this;
        }

        public Builder parentDataTypes(Collection<DataType> values) {
            parentDataTypes = Set.copyOf(values);
            return this;
        }

        public Builder sectionTypes(Collection<SectionType> values) {
            sectionTypes = Set.copyOf(values);
            return this;
        }

        public Builder yop(List<YopRange> ranges) {
            yop = List.copyOf(ranges);
            return this;
        }

        public Builder accessTypes(Collection<AccessType> values) {
            accessTypes = Set.copyOf(values);
            return this;
        }

        public Builder accessMethods(Collection<AccessMethod> values) {
            accessMethods = Set.copyOf(values);
            return this;
        }

        public Builder itemId(Identifier identifier) {
            itemId = Optional.of(identifier);
            return this;
        }

        public Builder author(Identifier identifier) {
            author = Optional.of(identifier);
            return this;
        }

        public Builder database(String name) {
            database = Optional.of(name);
            return this;
        }

        public Builder platform(String id) {
            platform = Optional.of(id);
            return this;
        }

        public Builder attributed(boolean yes) {
            attributed = Optional.of(yes);
            return this;
        }

        public Filters build() {
            return new Filters(
                    metricTypes,
                    dataTypes,
                    parentDataTypes,
                    sectionTypes,
                    yop,
                    accessTypes,
                    accessMethods,
                    itemId,
                    author,
                    database,
                    platform,
                    attributed);
        }
    }
}
