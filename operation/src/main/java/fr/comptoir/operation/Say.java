package fr.comptoir.operation;

/** Hears a sentence that a person should read while work goes on. */
@FunctionalInterface
public interface Say {
    void say(String sentence);
}
