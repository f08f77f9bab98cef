package fr.comptoir.engine;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessType;

/**
 * Under which Access_Types a use of an item stands: in Release 5.1 the item's on that day, whatever the format; in Release 5 what the page
 * rule says of that format, unless the item's own holds in all, else the item's on that day (CoP 5.1 and 5.0.3, section 3.3.5). A denial
 * delivers no format: the item's own in both.
 */
public final class AccessTypeRule {
    private static final AccessType[] ACCESS_TYPES = AccessType.values();

    private final Catalogue catalogue;

    AccessTypeRule(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The {@link Attributes} of a use of {@code item} (number in the catalogue), which may be a part of what was used. */
    int attributes(Uses uses, int place, int item) {
        int day = uses.day(place);
        return Attributes.of(
                catalogue.accessType(item, day).ordinal(),
                inR5(catalogue, item, day, uses.accessTypeR5(place), uses.kind(place))
                        .ordinal(),
                uses.accessMethod(place));
    }

    /**
     * The Access_Type of Release 5.
     *
     * @param item number in the catalogue
     * @param day in the platform's time zone, days since 1970-01-01
     * @param ofPageRule as in {@link Actions#accessTypeR5}
     */
    public static AccessType inR5(Catalogue catalogue, int item, int day, int ofPageRule, ActionKind kind) {
        boolean own = ofPageRule == Actions.NO_ACCESS_TYPE
                || kind.isDenial()
                || catalogue.accessTypeR5InAllFormats(item, day);
        return own ? catalogue.accessTypeR5(item, day) : ACCESS_TYPES[ofPageRule];
    }
}
