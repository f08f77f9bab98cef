package fr.comptoir.model.code;

import java.util.Optional;

/** How content was reached (CoP 5.1, section 3.3.6): by a person's typical behaviour, or by text and data mining. */
public enum AccessMethod {
    REGULAR("Regular"),
    TDM("TDM");

    private final String code;

    AccessMethod(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The method of that name in any letter case. */
    public static Optional<AccessMethod> of(String text) {
        return Codes.find(values(), AccessMethod::code, text);
    }
}
