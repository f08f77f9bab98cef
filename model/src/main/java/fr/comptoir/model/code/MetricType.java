package fr.comptoir.model.code;

import java.util.Optional;

/** What is counted (CoP 5.1, section 3.3.4), in the order of the Code's tables. */
public enum MetricType {
    SEARCHES_AUTOMATED("Searches_Automated"),
    SEARCHES_FEDERATED("Searches_Federated"),
    SEARCHES_PLATFORM("Searches_Platform"),
    SEARCHES_REGULAR("Searches_Regular"),
    TOTAL_ITEM_INVESTIGATIONS("Total_Item_Investigations"),
    TOTAL_ITEM_REQUESTS("Total_Item_Requests"),
    UNIQUE_ITEM_INVESTIGATIONS("Unique_Item_Investigations"),
    UNIQUE_ITEM_REQUESTS("Unique_Item_Requests"),
    UNIQUE_TITLE_INVESTIGATIONS("Unique_Title_Investigations"),
    UNIQUE_TITLE_REQUESTS("Unique_Title_Requests"),
    LIMIT_EXCEEDED("Limit_Exceeded"),
    NO_LICENSE("No_License");

    private final String code;

    MetricType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The metric of that name in any letter case. */
    public static Optional<MetricType> of(String text) {
        return Codes.find(values(), MetricType::code, text);
    }
}
