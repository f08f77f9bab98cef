package fr.comptoir.engine;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;

/**
 * Under which Access_Types a use of an item stands: in Release 5.1 the item's on that day, whatever the format; in Release 5 what the page
 * rule says of that format, else the item's on that day (CoP 5.1 and 5.0.3, section 3.3.5). A denial delivers no format: the item's own in
 * both.
 */
final class AccessTypeRule {
    private final Catalogue catalogue;

    AccessTypeRule(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The {@link Attributes} of a use of {@code item} (number in the catalogue), which may be a part of what was used. */
    int attributes(Uses uses, int place, int item) {
        int day = uses.day(place);
        int accessType = catalogue.accessType(item, day).ordinal();
        int ofPageRule = uses.accessTypeR5(place);
        boolean own = ofPageRule == Actions.NO_ACCESS_TYPE || uses.kind(place).isDenial();
        int accessTypeR5 = own ? catalogue.accessTypeR5(item, day).ordinal() : ofPageRule;
        return Attributes.of(accessType, accessTypeR5, uses.accessMethod(place));
    }
}
