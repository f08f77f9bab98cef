package fr.comptoir.ingest.page;

/**
 * How many documents an archive holds.
 *
 * @param assumed whether the line says no number, or one beyond what the rule allows, so that the rule's own was taken
 */
public record Documents(int count, boolean assumed) {}
