package fr.comptoir.operation;

/** Hears how far long work has come; called from one thread at a time. */
public interface Progress {
    /** Says nothing. */
    Progress NONE = (what, done, total) -> {};

    /**
     * Work has come from 0 to {@code done} of {@code total}, in bytes or other units of {@code what}; {@code total} is -1 while unknown.
     */
    void step(String what, long done, long total);
}
