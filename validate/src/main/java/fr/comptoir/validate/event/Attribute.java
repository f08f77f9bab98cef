package fr.comptoir.validate.event;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What breaks usage down: columns of the tabular form, elements of Attribute_Performance (5.1) or of the item (5) in JSON. */
public enum Attribute {
    INSTITUTION_NAME("Institution_Name"),
    CUSTOMER_ID("Customer_ID"),
    COUNTRY_NAME("Country_Name"),
    COUNTRY_CODE("Country_Code"),
    SUBDIVISION_NAME("Subdivision_Name"),
    SUBDIVISION_CODE("Subdivision_Code"),
    ATTRIBUTED("Attributed"),
    DATA_TYPE("Data_Type"),
    SECTION_TYPE("Section_Type"),
    YOP("YOP"),
    ACCESS_TYPE("Access_Type"),
    ACCESS_METHOD("Access_Method"),
    FORMAT("Format");

    /** How many there are. */
    public static final int COUNT = values().length;

    private static final Map<String, Attribute> BY_NAME =
            Stream.of(values()).collect(Collectors.toMap(Attribute::code, Function.identity()));

    private final String code;

    Attribute(String code) {
        this.code = code;
    }

    /** The name of the column and of the JSON element. */
    public String code() {
        return code;
    }

    /** Whether a row may have none although the report shows it (CoP 5.0.3, section 3.3.3). */
    public boolean mayBeBlank() {
        return switch (this) {
            case SECTION_TYPE, FORMAT, COUNTRY_NAME, COUNTRY_CODE, SUBDIVISION_NAME, SUBDIVISION_CODE -> true;
            default -> false;
        };
    }

    public static @Nullable Attribute of(String code) {
        return BY_NAME.get(code);
    }
}
