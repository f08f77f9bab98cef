package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.HostType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.site.OccurringMetrics;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.Reports;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a platform is and what cannot happen on it, by its settings, its page rules and its catalogue. Reports need none of this: what does
 * not occur has no rows.
 *
 * @param hostTypes what the Code calls it
 * @param hostTypesSaid whether the settings say so; else they are derived from the catalogue
 * @param dataTypes of the catalogue's rows, in Release 5.1 terms
 * @param never metrics that cannot occur, and why
 * @param textAndDataMining whether a page rule is for text and data mining
 */
record PlatformProfile(
        Set<HostType> hostTypes,
        boolean hostTypesSaid,
        Set<DataType> dataTypes,
        Map<MetricType, Reason> never,
        boolean textAndDataMining) {

    /** Why a metric cannot occur. */
    enum Reason {
        /** The settings say so. */
        SAID,
        /** No page rule makes it. */
        NO_PAGE,
        /** The catalogue has nothing that it counts. */
        NO_CONTENT
    }

    private static final Set<DataType> MULTIMEDIA = EnumSet.of(
            DataType.AUDIOVISUAL, DataType.IMAGE, DataType.INTERACTIVE_RESOURCE, DataType.MULTIMEDIA, DataType.SOUND);

    static PlatformProfile of(SiteConfig config, Catalogue catalogue) {
        Set<DataType> types = EnumSet.noneOf(DataType.class);
        for (int item = 0; item < catalogue.size(); item++) {
            types.add(catalogue.dataType(item));
        }
        Set<HostType> said = config.platform().hostTypes();
        return new PlatformProfile(
                said.isEmpty() ? hostTypes(types) : Collections.unmodifiableSet(EnumSet.copyOf(said)),
                !said.isEmpty(),
                Collections.unmodifiableSet(types),
                never(config, types),
                config.pages().stream().anyMatch(page -> page.accessMethod() == AccessMethod.TDM));
    }

    /** Whether a report can have figures: one of its metrics and one of its Data_Types can occur. */
    boolean canHaveFigures(ReportDeclaration report) {
        boolean metric = report.metricTypes().stream().anyMatch(type -> !never.containsKey(type));
        boolean database = dataTypes.stream().anyMatch(DataType::isDatabase);
        boolean content = report.master().equals("DR")
                ? database
                : report.dataTypes().stream().anyMatch(type -> type == DataType.PLATFORM || occurs(type));
        return metric && content;
    }

    /** The reports of Release 5.1; those of Release 5 have the same ids. */
    static List<ReportDeclaration> reports() {
        return Reports.of(Release.R5_1);
    }

    boolean isRequired(ReportDeclaration report) {
        return report.hostTypes().stream().anyMatch(hostTypes::contains);
    }

    /** A whole book appears as a segment of itself in Item Reports. */
    private boolean occurs(DataType type) {
        return dataTypes.contains(type)
                || dataTypes.stream().anyMatch(there -> there.isWholeBook() && there.segmentType() == type);
    }

    private static Map<MetricType, Reason> never(SiteConfig config, Set<DataType> types) {
        Set<MetricType> made = OccurringMetrics.of(config.pages());
        Map<MetricType, Reason> never = new EnumMap<>(MetricType.class);
        for (MetricType metric : MetricType.values()) {
            if (config.platform().never().contains(metric)) {
                never.put(metric, Reason.SAID);
            } else if (!made.contains(metric)) {
                never.put(metric, Reason.NO_PAGE);
            } else if (!hasContent(metric, types)) {
                never.put(metric, Reason.NO_CONTENT);
            }
        }
        return Collections.unmodifiableMap(never);
    }

    private static boolean hasContent(MetricType metric, Set<DataType> types) {
        return switch (metric) {
            case SEARCHES_PLATFORM -> true;
            case SEARCHES_AUTOMATED, SEARCHES_FEDERATED, SEARCHES_REGULAR ->
                types.stream().anyMatch(DataType::isDatabase);
            case UNIQUE_TITLE_INVESTIGATIONS, UNIQUE_TITLE_REQUESTS ->
                types.stream().anyMatch(DataType::isWholeBook);
            default -> !types.isEmpty();
        };
    }

    /** The host types whose content the catalogue has (CoP 5.1, section 3.3.1). */
    private static Set<HostType> hostTypes(Set<DataType> types) {
        Set<HostType> hosts = EnumSet.noneOf(HostType.class);
        boolean titles = types.contains(DataType.JOURNAL) || types.stream().anyMatch(DataType::isWholeBook);
        if (types.contains(DataType.JOURNAL)) {
            hosts.add(HostType.EJOURNAL);
        }
        if (types.stream().anyMatch(DataType::isWholeBook)) {
            hosts.add(HostType.EBOOK);
        }
        if (types.contains(DataType.DATABASE_AI)) {
            hosts.add(HostType.AI_DATABASE);
        }
        if (types.contains(DataType.DATABASE_AGGREGATED)) {
            hosts.add(HostType.AGGREGATED_FULL_CONTENT);
        }
        if (types.contains(DataType.DATABASE_FULL)) {
            hosts.add(HostType.FULL_CONTENT_DATABASE);
        }
        if (types.contains(DataType.DATASET)) {
            hosts.add(HostType.DATA_REPOSITORY);
        }
        if (types.stream().anyMatch(MULTIMEDIA::contains)) {
            hosts.add(HostType.MULTIMEDIA);
        }
        if (!titles && (types.contains(DataType.ARTICLE) || types.contains(DataType.THESIS_OR_DISSERTATION))) {
            hosts.add(HostType.REPOSITORY);
        }
        return Collections.unmodifiableSet(hosts);
    }
}
