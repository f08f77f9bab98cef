package fr.comptoir.server.web;

import fr.comptoir.customers.account.Role;

/** What a page asks of who opens it. */
enum Right {
    /** Nothing. */
    EVERYBODY,
    /** An account, whatever its roles. */
    SIGNED_IN,
    /** To look at the figures of one customer, as who has a shared link does too. */
    LOOK,
    /** To read what belongs to one customer. */
    READ,
    /** To see the actions of one customer, line by line; who sees a publisher's titles does not, as they are the institutions'. */
    EXAMINE,
    /** To change what belongs to one customer, and to see what opens its reports. */
    MANAGE,
    /** To read what belongs to all of them. */
    OVERSEE,
    /** To change what belongs to all of them. */
    ADMINISTER;

    /** @param customerId the one that the page is about, {@code ""} for none */
    boolean isOf(Viewer viewer, String customerId) {
        return switch (this) {
            case EVERYBODY -> true;
            case SIGNED_IN -> viewer.isKnown();
            case LOOK ->
                READ.isOf(viewer, customerId) || (!customerId.isEmpty() && customerId.equals(viewer.guestOf()));
            case READ -> EXAMINE.isOf(viewer, customerId) || viewer.has(Role.PUBLISHER, customerId);
            case EXAMINE ->
                MANAGE.isOf(viewer, customerId)
                        || OVERSEE.isOf(viewer, "")
                        || viewer.has(Role.INSTITUTION_READER, customerId)
                        || viewer.members().contains(customerId);
            case MANAGE ->
                ADMINISTER.isOf(viewer, "")
                        || viewer.has(Role.INSTITUTION_MANAGER, customerId)
                        || viewer.has(Role.CONSORTIUM_MANAGER, customerId);
            case OVERSEE -> ADMINISTER.isOf(viewer, "") || viewer.has(Role.AUDITOR);
            case ADMINISTER -> viewer.has(Role.PLATFORM_ADMINISTRATOR);
        };
    }
}
