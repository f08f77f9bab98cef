package fr.comptoir.model.code;

import java.util.Optional;

/**
 * Whether content was open to all when it was used (CoP 5.1 and 5.0.3, section 3.3.5). Release 5.1 knows Controlled, Open and
 * Free_To_Read; Release 5 knows Controlled, OA_Gold and, for repositories only, Other_Free_To_Read.
 */
public enum AccessType {
    CONTROLLED("Controlled", true, true),
    OPEN("Open", false, true),
    FREE_TO_READ("Free_To_Read", false, true),
    OA_GOLD("OA_Gold", true, false),
    OTHER_FREE_TO_READ("Other_Free_To_Read", true, false);

    private final String code;
    private final boolean inR5;
    private final boolean inR51;

    AccessType(String code, boolean inR5, boolean inR51) {
        this.code = code;
        this.inR5 = inR5;
        this.inR51 = inR51;
    }

    public String code() {
        return code;
    }

    public boolean in(Release release) {
        return switch (release) {
            case R5 -> inR5;
            case R5_1 -> inR51;
        };
    }

    /** The type of that name in any letter case. */
    public static Optional<AccessType> of(String text) {
        return Codes.find(values(), AccessType::code, text);
    }
}
