package fr.comptoir.validate.event;

import java.util.List;

/** One author of an item, parent or component, with its identifiers, of which the Code allows one. */
public record Author(String name, List<TypedValue> identifiers) {
    public Author {
        identifiers = List.copyOf(identifiers);
    }
}
