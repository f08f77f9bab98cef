package fr.comptoir.report;

import static fr.comptoir.model.code.MetricType.*;

import fr.comptoir.model.code.MetricType;
import java.util.List;

/** Runs of metrics that several reports of both releases have. */
final class MetricTypes {
    static final List<MetricType> PLATFORM = List.of(
            SEARCHES_PLATFORM,
            TOTAL_ITEM_INVESTIGATIONS,
            TOTAL_ITEM_REQUESTS,
            UNIQUE_ITEM_INVESTIGATIONS,
            UNIQUE_ITEM_REQUESTS,
            UNIQUE_TITLE_INVESTIGATIONS,
            UNIQUE_TITLE_REQUESTS);

    static final List<MetricType> DATABASE = List.of(
            SEARCHES_AUTOMATED,
            SEARCHES_FEDERATED,
            SEARCHES_REGULAR,
            TOTAL_ITEM_INVESTIGATIONS,
            TOTAL_ITEM_REQUESTS,
            UNIQUE_ITEM_INVESTIGATIONS,
            UNIQUE_ITEM_REQUESTS,
            UNIQUE_TITLE_INVESTIGATIONS,
            UNIQUE_TITLE_REQUESTS,
            LIMIT_EXCEEDED,
            NO_LICENSE);

    static final List<MetricType> ITEM = List.of(
            TOTAL_ITEM_INVESTIGATIONS,
            TOTAL_ITEM_REQUESTS,
            UNIQUE_ITEM_INVESTIGATIONS,
            UNIQUE_ITEM_REQUESTS,
            LIMIT_EXCEEDED,
            NO_LICENSE);

    static final List<MetricType> TITLE = List.of(
            TOTAL_ITEM_INVESTIGATIONS,
            TOTAL_ITEM_REQUESTS,
            UNIQUE_ITEM_INVESTIGATIONS,
            UNIQUE_ITEM_REQUESTS,
            UNIQUE_TITLE_INVESTIGATIONS,
            UNIQUE_TITLE_REQUESTS,
            LIMIT_EXCEEDED,
            NO_LICENSE);

    static final List<MetricType> PLATFORM_USAGE =
            List.of(SEARCHES_PLATFORM, TOTAL_ITEM_REQUESTS, UNIQUE_ITEM_REQUESTS, UNIQUE_TITLE_REQUESTS);

    static final List<MetricType> DENIALS = List.of(LIMIT_EXCEEDED, NO_LICENSE);

    static final List<MetricType> BOOK_REQUESTS = List.of(TOTAL_ITEM_REQUESTS, UNIQUE_TITLE_REQUESTS);

    static final List<MetricType> BOOK_USAGE = List.of(
            TOTAL_ITEM_INVESTIGATIONS,
            TOTAL_ITEM_REQUESTS,
            UNIQUE_ITEM_INVESTIGATIONS,
            UNIQUE_ITEM_REQUESTS,
            UNIQUE_TITLE_INVESTIGATIONS,
            UNIQUE_TITLE_REQUESTS);

    static final List<MetricType> ITEM_REQUESTS = List.of(TOTAL_ITEM_REQUESTS, UNIQUE_ITEM_REQUESTS);

    static final List<MetricType> ITEM_USAGE =
            List.of(TOTAL_ITEM_INVESTIGATIONS, TOTAL_ITEM_REQUESTS, UNIQUE_ITEM_INVESTIGATIONS, UNIQUE_ITEM_REQUESTS);

    private MetricTypes() {}
}
