package fr.comptoir.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A column in its place in a report. */
public record DeclaredColumn(Column column, Presence presence) {

    /** When a column is there. */
    public enum Presence {
        ALWAYS,
        /** An extension of the Code, when Attributes_To_Show names it. */
        EXTENSION,
        /** When Attributes_To_Show names it. */
        ATTRIBUTE_TO_SHOW,
        /** With Include_Parent_Details=True. */
        PARENT_DETAILS,
        /** With Include_Component_Details=True. */
        COMPONENT_DETAILS
    }

    static Stream<DeclaredColumn> always(Column... columns) {
        return declare(Presence.ALWAYS, columns);
    }

    static Stream<DeclaredColumn> extension(Column... columns) {
        return declare(Presence.EXTENSION, columns);
    }

    static Stream<DeclaredColumn> toShow(Column... columns) {
        return declare(Presence.ATTRIBUTE_TO_SHOW, columns);
    }

    static Stream<DeclaredColumn> withParentDetails(Column... columns) {
        return declare(Presence.PARENT_DETAILS, columns);
    }

    static Stream<DeclaredColumn> withComponentDetails(Column... columns) {
        return declare(Presence.COMPONENT_DETAILS, columns);
    }

    @SafeVarargs
    static List<DeclaredColumn> columns(Stream<DeclaredColumn>... parts) {
        List<DeclaredColumn> columns = new ArrayList<>();
        for (Stream<DeclaredColumn> part : parts) {
            part.forEach(columns::add);
        }
        return List.copyOf(columns);
    }

    private static Stream<DeclaredColumn> declare(Presence presence, Column... columns) {
        return Arrays.stream(columns).map(column -> new DeclaredColumn(column, presence));
    }
}
