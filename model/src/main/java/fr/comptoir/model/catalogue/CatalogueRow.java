package fr.comptoir.model.catalogue;

import java.util.List;

/**
 * One row of {@code catalogue.csv}, checked and put in canonical form, blank as {@code ""}: ISSN {@code NNNN-NNNX}, ISBN-13 with hyphens
 * where the source has them, DOI without resolver prefix.
 *
 * @param line line in the source file, from 1
 * @param dataType the Code's spelling of Release 5.1
 * @param publisherId {@code ISNI:...}, {@code ROR:...} or a proprietary value
 * @param authors as written: {@code Name (ORCID:...); ...}
 * @param yop four digits, or {@code ""} (the parent's)
 * @param accessType {@code Controlled}, {@code Open}, {@code Free_To_Read}, each change written {@code ;yyyy-mm-dd:Type}; {@code ""} is the
 *     parent's
 * @param accessTypeR5 {@code OA_Gold}, {@code Controlled}, {@code Other_Free_To_Read} with changes in the same form, or {@code ""}
 */
public record CatalogueRow(
        int line,
        String itemId,
        String parentId,
        String dataType,
        String name,
        String publisher,
        String publisherId,
        String authors,
        String publicationDate,
        String articleVersion,
        String yop,
        String accessType,
        String accessTypeR5,
        String oaStatus,
        String doi,
        String isbn,
        String printIssn,
        String onlineIssn,
        String issnL,
        String uri,
        String packages,
        String databaseId) {

    /** Column names of {@code catalogue.csv} and of the catalogue's Parquet, in the order of the components after {@code line}. */
    public static final List<String> COLUMNS = List.of(
            "item_id",
            "parent_id",
            "data_type",
            "name",
            "publisher",
            "publisher_id",
            "authors",
            "publication_date",
            "article_version",
            "yop",
            "access_type",
            "access_type_r5",
            "oa_status",
            "doi",
            "isbn",
            "print_issn",
            "online_issn",
            "issn_l",
            "uri",
            "packages",
            "database_id");

    /** The values in the order of {@link #COLUMNS}. */
    public List<String> values() {
        return List.of(
                itemId,
                parentId,
                dataType,
                name,
                publisher,
                publisherId,
                authors,
                publicationDate,
                articleVersion,
                yop,
                accessType,
                accessTypeR5,
                oaStatus,
                doi,
                isbn,
                printIssn,
                onlineIssn,
                issnL,
                uri,
                packages,
                databaseId);
    }
}
