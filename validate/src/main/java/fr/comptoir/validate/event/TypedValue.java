package fr.comptoir.validate.event;

/**
 * An identifier of an institution, a publisher or an author with its namespace.
 *
 * @param type {@code ISNI}, {@code ROR}, ..., or {@code Proprietary}, whose value keeps the platform's id: {@code demo:p1}
 */
public record TypedValue(String type, String value) {}
