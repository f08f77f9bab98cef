package fr.comptoir.validate.finding;

/** Takes findings one by one, in the order in which they are made. */
@FunctionalInterface
public interface FindingSink {
    void add(Finding finding);
}
