package fr.comptoir.validate.event;

import org.jspecify.annotations.Nullable;

/** What readers tell, in this order: the header; then for each item its description, its rows and what its parent is; then the end. */
public interface ReportEvents {
    /** All that stands above the body, and what follows from it. Later events come only when the layout is known. */
    default void header(Header header, @Nullable Layout layout, Places places) {}

    /** An item, a parent or a component, once, or again where the tabular form repeats it after another. */
    default void thing(Thing thing) {}

    /** Counts. The description of the item was told before. */
    default void row(UsageRow row) {}

    /** Of which Data_Type an item is below which parent: once for each Data_Type below a parent, or for each change in the tabular form. */
    default void itemsOf(@Nullable Thing parent, @Nullable String dataType, long code) {}

    /** The end of one item or parent in JSON, where each must stand once. */
    default void closed(Thing thing, @Nullable Thing parent) {}

    /** Nothing follows. */
    default void end() {}
}
