package fr.comptoir.engine;

/** What rows have in common or not: the key of a row. */
interface RowKey extends RowSort.Order {
    /** Equal for equal keys, and well mixed. */
    long hash(int row);

    /** 0 exactly for equal keys. */
    @Override
    int compare(int row, int other);

    /** A well mixed form of a number, another for each other number (the finalizer of SplitMix64). */
    static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
