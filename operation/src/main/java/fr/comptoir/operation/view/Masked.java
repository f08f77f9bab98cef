package fr.comptoir.operation.view;

/** In place of a figure that is not told: {@code <5} for one that is known to be small, {@code ≥ 12} for one of which a part is told, {@code *} else. */
public record Masked(String text) {
    /** One of which nothing is told. */
    static final Masked UNTOLD = new Masked("*");

    /** A small one. */
    static Masked under(int least) {
        return new Masked("<" + least);
    }

    /** One of which only a part is told. */
    static Masked atLeast(long part) {
        return new Masked("≥ " + part);
    }

    @Override
    public String toString() {
        return text;
    }
}
