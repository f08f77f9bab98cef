package fr.comptoir.store.unusual;

/**
 * From when on usage is unusual.
 *
 * @param factor a spike is at least so many times the mean of the months before,
 * @param more and so much more
 * @param percent a dip is less than so many percent of that mean,
 * @param mean if that is at least so much
 */
public record Bounds(double factor, long more, double percent, long mean) {
    public boolean isSpike(long value, double before) {
        return value >= factor * before + more;
    }

    public boolean isDip(long value, double before) {
        return before >= mean && value < percent / 100 * before;
    }
}
