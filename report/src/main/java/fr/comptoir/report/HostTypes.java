package fr.comptoir.report;

import static fr.comptoir.model.code.HostType.*;

import fr.comptoir.model.code.HostType;
import java.util.Set;

/** The hosts of which the Code requires a report, the same in both releases (CoP 5.1 and 5.0.3, section 4, tables 4.a to 4.d). */
final class HostTypes {
    static final Set<HostType> ALL = Set.of(HostType.values());

    static final Set<HostType> DATABASES = Set.of(
            AI_DATABASE,
            AGGREGATED_FULL_CONTENT,
            DISCOVERY_SERVICE,
            EBOOK_COLLECTION,
            FULL_CONTENT_DATABASE,
            MULTIMEDIA_COLLECTION);

    static final Set<HostType> TITLES = Set.of(AGGREGATED_FULL_CONTENT, EBOOK, EBOOK_COLLECTION, EJOURNAL);
    static final Set<HostType> BOOKS = Set.of(AGGREGATED_FULL_CONTENT, EBOOK, EBOOK_COLLECTION);
    static final Set<HostType> JOURNALS = Set.of(AGGREGATED_FULL_CONTENT, EJOURNAL);

    static final Set<HostType> ITEMS =
            Set.of(DATA_REPOSITORY, HostType.MULTIMEDIA, REPOSITORY, SCHOLARLY_COLLABORATION_NETWORK);

    static final Set<HostType> ARTICLES = Set.of(REPOSITORY, SCHOLARLY_COLLABORATION_NETWORK);
    static final Set<HostType> MULTIMEDIA_ITEMS = Set.of(HostType.MULTIMEDIA);

    private HostTypes() {}
}
