package fr.comptoir.model.action;

import java.util.List;

/**
 * The ways of arrival that no rule names. A way of arrival says from where someone came to an action, in a word: that of a rule of
 * {@code comptoir.yml}, or one of these. Of the referrer itself nothing is kept.
 */
public final class Arrivals {
    /** Nobody wrote it down: a site without rules, a log without referrers, an older program. */
    public static final String NOT_RECORDED = "";
    /** Nothing says where someone came from. */
    public static final String DIRECT = "direct";
    /** From another page of the platform, and nothing earlier in the session says from where they came to that. */
    public static final String WITHIN = "within_platform";
    /** From a site that no rule names. */
    public static final String OTHER_SITE = "other_site";

    /** All of them, by their numbers in {@link Actions.Dictionaries#arrivals}. */
    public static final List<String> BUILT_IN = List.of(NOT_RECORDED, DIRECT, WITHIN, OTHER_SITE);

    /** Numbers in {@link Actions.Dictionaries#arrivals}. */
    public static final short NOT_RECORDED_NUMBER = 0;

    public static final short DIRECT_NUMBER = 1;
    public static final short WITHIN_NUMBER = 2;
    public static final short OTHER_SITE_NUMBER = 3;

    private Arrivals() {}
}
