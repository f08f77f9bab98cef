package fr.comptoir.model.site;

/**
 * How many documents an archive holds that a page rule delivers.
 *
 * @param count template of the number, as that of an item; digits are a number, all else is none
 * @param otherwise how many it holds when the line says no number
 * @param atMost the largest number that is believed
 */
public record DocumentsRule(String count, int otherwise, int atMost) {
    /** What is believed where the rule says nothing else. */
    public static final int AT_MOST = 100_000;

    /** The largest bound that a rule may have; sums of so many stay far from what a long holds. */
    public static final int BOUND_MAX = 100_000_000;
}
