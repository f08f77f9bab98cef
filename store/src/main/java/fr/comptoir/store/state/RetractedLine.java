package fr.comptoir.store.state;

/** A line that no longer counts, because a later input read it again in full; its actions are still in the files. */
public record RetractedLine(int input, int line) {}
