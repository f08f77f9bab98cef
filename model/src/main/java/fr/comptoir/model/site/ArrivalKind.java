package fr.comptoir.model.site;

import java.util.Locale;

/** What kind of thing brings people to the platform. */
public enum ArrivalKind {
    /** An institution's or a network's own portal or catalogue. */
    PORTAL,
    /** A search engine or bibliographic database, such as PubMed with its LinkOut. */
    SEARCH_ENGINE,
    /** An extension of the reader's browser that leads from a search to the document. */
    BROWSER_EXTENSION,
    /** An OpenURL link resolver. */
    LINK_RESOLVER,
    /** A discovery tool of a library. */
    DISCOVERY_TOOL,
    OTHER;

    /** As in {@code comptoir.yml}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
