package fr.comptoir.validate.event;

/**
 * One value of the header.
 *
 * @param text as it stands there, blanks included
 * @param place in words
 */
public record HeaderValue(String text, String place) {}
