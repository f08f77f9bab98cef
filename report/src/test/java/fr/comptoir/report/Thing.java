package fr.comptoir.report;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.fact.FactRow.Described;

/** Builds what the catalogue says of something; blank unless said. */
final class Thing {
    private final String id;
    private final DataType dataType;
    private String name = "";
    private String publisher = "";
    private String publisherId = "";
    private String authors = "";
    private String publicationDate = "";
    private String articleVersion = "";
    private String doi = "";
    private String isbn = "";
    private String printIssn = "";
    private String onlineIssn = "";
    private String issnL = "";
    private String uri = "";

    private Thing(String id, DataType dataType) {
        this.id = id;
        this.dataType = dataType;
    }

    static Thing of(String id, DataType dataType) {
        return new Thing(id, dataType);
    }

    Thing name(String value) {
        name = value;
        return this;
    }

    Thing publisher(String value, String identifier) {
        publisher = value;
        publisherId = identifier;
        return this;
    }

    Thing authors(String value) {
        authors = value;
        return this;
    }

    Thing published(String date, String version) {
        publicationDate = date;
        articleVersion = version;
        return this;
    }

    Thing doi(String value) {
        doi = value;
        return this;
    }

    Thing isbn(String value) {
        isbn = value;
        return this;
    }

    Thing issn(String print, String online, String linking) {
        printIssn = print;
        onlineIssn = online;
        issnL = linking;
        return this;
    }

    Thing uri(String value) {
        uri = value;
        return this;
    }

    Described described() {
        return new Described(
                id,
                dataType,
                name,
                publisher,
                publisherId,
                authors,
                publicationDate,
                articleVersion,
                doi,
                isbn,
                printIssn,
                onlineIssn,
                issnL,
                uri);
    }
}
