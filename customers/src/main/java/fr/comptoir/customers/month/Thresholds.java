package fr.comptoir.customers.month;

/**
 * From when on usage is unusual (CoP 5.1, section 7.12; the Friendly Guide).
 *
 * @param factor a spike is at least so many times the mean of the twelve months before,
 * @param more and so much more
 * @param percent a dip is less than so many percent of that mean,
 * @param mean if that is at least so much
 */
public record Thresholds(double factor, long more, double percent, long mean) {
    /** The Code's own. */
    public static final Thresholds OF_THE_CODE = new Thresholds(3, 100, 1, 20);

    /** Whether they make sense. */
    public boolean areRight() {
        return factor >= 1 && factor <= 1000 && more >= 0 && percent >= 0 && percent <= 100 && mean >= 0;
    }

    public boolean isSpike(long value, double before) {
        return value >= factor * before + more;
    }

    public boolean isDip(long value, double before) {
        return before >= mean && value < percent / 100 * before;
    }
}
