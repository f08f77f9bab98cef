package fr.comptoir.report;

import fr.comptoir.model.code.Release;
import java.util.Locale;
import java.util.Set;

/** What a report can be narrowed by (CoP 5.1 and 5.0.3, section 3.3.8), in the order in which headers write it. */
public enum Filter {
    METRIC_TYPE("Metric_Type", true),
    DATA_TYPE("Data_Type", true),
    /** Never asked for: the preset of IR_A1 in Release 5. */
    PARENT_DATA_TYPE("Parent_Data_Type", true),
    /** Release 5. */
    SECTION_TYPE("Section_Type", true),
    YOP("YOP", true),
    ACCESS_TYPE("Access_Type", true),
    ACCESS_METHOD("Access_Method", true),
    ITEM_ID("Item_ID", false),
    /** Called Item_Contributor in Release 5. */
    AUTHOR("Author", false),
    DATABASE("Database", false),
    PLATFORM("Platform", false),
    /** An extension of Release 5.1 (CoP 5.1, section 11.5). */
    ATTRIBUTED("Attributed", false);

    /** What every master report can be narrowed by. */
    static final Set<Filter> COMMON = Set.of(METRIC_TYPE, DATA_TYPE, ACCESS_METHOD, PLATFORM);

    private final String code;
    private final boolean list;

    Filter(String code, boolean list) {
        this.code = code;
        this.list = list;
    }

    /** The name in report headers. */
    public String code(Release release) {
        return this == AUTHOR && release == Release.R5 ? "Item_Contributor" : code;
    }

    /** The name as a parameter of the COUNTER API. */
    public String parameter(Release release) {
        return code(release).toLowerCase(Locale.ROOT);
    }

    /** Whether it takes several values; in JSON of Release 5.1 such a filter is an array. */
    public boolean isList() {
        return list;
    }
}
