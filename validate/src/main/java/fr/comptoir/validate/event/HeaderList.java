package fr.comptoir.validate.event;

import java.util.List;

/** Several values under one name of the header, and their place. */
public record HeaderList(List<String> values, String place) {
    public HeaderList {
        values = List.copyOf(values);
    }
}
