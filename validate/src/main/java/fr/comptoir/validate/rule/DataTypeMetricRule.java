package fr.comptoir.validate.rule;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;

/** Which metrics go with which Data_Type: searches, denials and titles (CoP 5.1, sections 3.3.2 and 3.3.4). */
final class DataTypeMetricRule extends BodyRule {
    private static final Kind PLATFORM = Kind.critical("data-type-of-platform-searches", "3.3.4");
    private static final Kind DATABASE = Kind.critical("data-type-of-database-metric", "3.3.4");
    private static final Kind DATABASE_USAGE = Kind.critical("usage-of-database", "3.3.2");
    private static final Kind TITLE = Kind.critical("unique-title-of-no-book", "3.3.4");

    private final boolean platforms;
    private final boolean databases;

    DataTypeMetricRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
        platforms = layout.report.family().equals("PR");
        databases = layout.report.family().equals("DR");
    }

    @Override
    void row(UsageRow row) {
        String type = row.get(Attribute.DATA_TYPE);
        MetricType metric = row.metric;
        if (type == null || type.isEmpty() || metric == null) {
            return;
        }
        if (platforms) {
            checkPlatform(row, type, metric);
        }
        if (databases) {
            checkDatabase(row, type, metric);
        }
        boolean title = metric == MetricType.UNIQUE_TITLE_INVESTIGATIONS || metric == MetricType.UNIQUE_TITLE_REQUESTS;
        boolean book = type.equals("Book") || (release == Release.R5_1 && type.equals("Reference_Work"));
        if (title && !book) {
            add(
                    TITLE,
                    row,
                    release == Release.R5
                            ? Sentence.of(
                                    "unique-title-of-no-book.r5",
                                    "{0} is only for Book, not for {1}",
                                    metric.code(),
                                    type)
                            : Sentence.of(
                                    "unique-title-of-no-book.r51",
                                    "{0} is only for Book and Reference_Work, not for {1}",
                                    metric.code(),
                                    type));
        }
    }

    private void checkPlatform(UsageRow row, String type, MetricType metric) {
        boolean platform = type.equals("Platform");
        boolean search = metric == MetricType.SEARCHES_PLATFORM;
        if (platform != search) {
            add(
                    PLATFORM,
                    row,
                    search
                            ? Sentence.of(
                                    "data-type-of-platform-searches.search",
                                    "Searches_Platform is of Data_Type Platform, not {0}",
                                    type)
                            : Sentence.of(
                                    "data-type-of-platform-searches.usage",
                                    "Data_Type Platform is only for Searches_Platform, not for {0}",
                                    metric.code()));
        }
    }

    private void checkDatabase(UsageRow row, String type, MetricType metric) {
        boolean database = type.startsWith("Database") && !type.equals("Database_Full_Item");
        boolean ofDatabase = switch (metric) {
            case SEARCHES_AUTOMATED, SEARCHES_FEDERATED, SEARCHES_REGULAR -> true;
            case LIMIT_EXCEEDED, NO_LICENSE -> release == Release.R5_1;
            default -> false;
        };
        if (ofDatabase && !database) {
            add(
                    DATABASE,
                    row,
                    Sentence.of(
                            "data-type-of-database-metric",
                            "{0} is of the Data_Type of the database, not {1}",
                            metric.code(),
                            type));
        } else if (database && release == Release.R5_1 && !ofDatabase) {
            add(
                    DATABASE_USAGE,
                    row,
                    Sentence.of(
                            "usage-of-database",
                            "Data_Type {0} is only for searches and denials, not for {1}",
                            type,
                            metric.code()));
        }
    }

    private void add(Kind kind, UsageRow row, Sentence sentence) {
        findings.add(kind, () -> places.attribute(row, Attribute.DATA_TYPE), () -> sentence);
    }
}
