package fr.comptoir.report;

import fr.comptoir.model.fact.FactQuery;
import java.util.Optional;

/**
 * A column of the tabular form and the element of the JSON form that goes with it (CoP 5.1 and 5.0.3, section 3.2). Behind the columns
 * that a report declares stand, in every report, Metric_Type, Reporting_Period_Total and the months.
 */
public enum Column {
    /** Extension: the member of a consortium whose usage it is (CoP 5.1, section 11.5). */
    INSTITUTION_NAME("Institution_Name"),
    /** Extension: the same by its id. */
    CUSTOMER_ID("Customer_ID"),
    /** Extension: whether the usage was attributed to an institution (CoP 5.1 and 5.0.3, section 11.5). */
    ATTRIBUTED("Attributed"),
    PLATFORM("Platform"),
    DATABASE("Database"),
    TITLE("Title"),
    ITEM("Item"),
    PUBLISHER("Publisher"),
    PUBLISHER_ID("Publisher_ID"),
    AUTHORS("Authors"),
    PUBLICATION_DATE("Publication_Date"),
    ARTICLE_VERSION("Article_Version"),
    DOI("DOI"),
    PROPRIETARY_ID("Proprietary_ID"),
    ISBN("ISBN"),
    PRINT_ISSN("Print_ISSN"),
    ONLINE_ISSN("Online_ISSN"),
    URI("URI"),
    PARENT_TITLE("Parent_Title"),
    PARENT_AUTHORS("Parent_Authors"),
    PARENT_PUBLICATION_DATE("Parent_Publication_Date"),
    PARENT_ARTICLE_VERSION("Parent_Article_Version"),
    PARENT_DATA_TYPE("Parent_Data_Type"),
    PARENT_DOI("Parent_DOI"),
    PARENT_PROPRIETARY_ID("Parent_Proprietary_ID"),
    PARENT_ISBN("Parent_ISBN"),
    PARENT_PRINT_ISSN("Parent_Print_ISSN"),
    PARENT_ONLINE_ISSN("Parent_Online_ISSN"),
    PARENT_URI("Parent_URI"),
    COMPONENT_TITLE("Component_Title"),
    COMPONENT_AUTHORS("Component_Authors"),
    COMPONENT_PUBLICATION_DATE("Component_Publication_Date"),
    COMPONENT_DATA_TYPE("Component_Data_Type"),
    COMPONENT_DOI("Component_DOI"),
    COMPONENT_PROPRIETARY_ID("Component_Proprietary_ID"),
    COMPONENT_ISBN("Component_ISBN"),
    COMPONENT_PRINT_ISSN("Component_Print_ISSN"),
    COMPONENT_ONLINE_ISSN("Component_Online_ISSN"),
    COMPONENT_URI("Component_URI"),
    DATA_TYPE("Data_Type"),
    SECTION_TYPE("Section_Type"),
    YOP("YOP"),
    ACCESS_TYPE("Access_Type"),
    ACCESS_METHOD("Access_Method"),
    /** Extension of Release 5: in which form the item was delivered, of Total_Item_Requests alone (CoP 5.0.3, section 11.5). */
    FORMAT("Format");

    private final String code;

    Column(String code) {
        this.code = code;
    }

    /** The heading. */
    public String code() {
        return code;
    }

    /** How wide the column is in a workbook, in characters; a longer heading makes it wider. */
    int width() {
        return switch (this) {
            case TITLE, ITEM, PARENT_TITLE, COMPONENT_TITLE -> 50;
            case INSTITUTION_NAME, DATABASE, AUTHORS, PARENT_AUTHORS, COMPONENT_AUTHORS -> 35;
            case PLATFORM, PUBLISHER, PUBLISHER_ID, DOI, PARENT_DOI, COMPONENT_DOI -> 25;
            case PROPRIETARY_ID, PARENT_PROPRIETARY_ID, COMPONENT_PROPRIETARY_ID, DATA_TYPE -> 22;
            case URI, PARENT_URI, COMPONENT_URI -> 40;
            case ISBN, PARENT_ISBN, COMPONENT_ISBN -> 19;
            case YOP -> 7;
            default -> 13;
        };
    }

    /** What the facts are grouped by when the column is there; empty for a column that describes the item. */
    Optional<FactQuery.Attribute> attribute() {
        return switch (this) {
            case INSTITUTION_NAME, CUSTOMER_ID -> Optional.of(FactQuery.Attribute.CUSTOMER);
            case ATTRIBUTED -> Optional.of(FactQuery.Attribute.ATTRIBUTED);
            case PARENT_TITLE,
                    PARENT_AUTHORS,
                    PARENT_PUBLICATION_DATE,
                    PARENT_ARTICLE_VERSION,
                    PARENT_DATA_TYPE,
                    PARENT_DOI,
                    PARENT_PROPRIETARY_ID,
                    PARENT_ISBN,
                    PARENT_PRINT_ISSN,
                    PARENT_ONLINE_ISSN,
                    PARENT_URI -> Optional.of(FactQuery.Attribute.PARENT);
            case DATA_TYPE -> Optional.of(FactQuery.Attribute.DATA_TYPE);
            case SECTION_TYPE -> Optional.of(FactQuery.Attribute.SECTION_TYPE);
            case YOP -> Optional.of(FactQuery.Attribute.YOP);
            case ACCESS_TYPE -> Optional.of(FactQuery.Attribute.ACCESS_TYPE);
            case ACCESS_METHOD -> Optional.of(FactQuery.Attribute.ACCESS_METHOD);
            case FORMAT -> Optional.of(FactQuery.Attribute.FORMAT);
            default -> Optional.empty();
        };
    }
}
