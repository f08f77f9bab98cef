package fr.comptoir.ingest.robot;

/**
 * One entry of a list of robots.
 *
 * @param number its place in the list, from 1
 * @param pattern the regular expression as written
 * @param lastChanged {@code yyyy-mm-dd}, or {@code ""} when the entry does not say it
 */
public record RobotPattern(int number, String pattern, String lastChanged) {}
