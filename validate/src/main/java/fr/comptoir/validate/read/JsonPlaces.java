package fr.comptoir.validate.read;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.event.UsageRow;

/**
 * JSON pointers. A code holds the place in Report_Items (22 bits), in Items (24 bits; Item Reports of Release 5.1) and in Attribute_Performance (18
 * bits).
 */
final class JsonPlaces implements Places {
    private static final int ITEM_BITS = 24;
    private static final int SET_BITS = 18;

    private final Layout layout;
    private final boolean nested;
    private final boolean r5;

    JsonPlaces(Layout layout) {
        this.layout = layout;
        r5 = layout.report.release() == Release.R5;
        nested = !r5 && layout.report.family().equals("IR");
    }

    static long code(long first, long item, long set) {
        return (first << (ITEM_BITS + SET_BITS)) | (item << SET_BITS) | Math.min(set, (1 << SET_BITS) - 1);
    }

    private String item(long code) {
        String first = "/Report_Items/" + (code >>> (ITEM_BITS + SET_BITS));
        return nested ? first + "/Items/" + ((code >>> SET_BITS) & ((1 << ITEM_BITS) - 1)) : first;
    }

    @Override
    public String thing(Thing thing) {
        return switch (thing.role) {
            case ITEM -> item(thing.code);
            case PARENT ->
                r5 ? item(thing.code) + "/Item_Parent" : "/Report_Items/" + (thing.code >>> (ITEM_BITS + SET_BITS));
            case COMPONENT ->
                r5
                        ? item(thing.code) + "/Item_Component/" + thing.ordinal
                        : row(thing.code) + "/Components/" + thing.ordinal;
        };
    }

    @Override
    public String field(Thing thing, Field field) {
        String base = thing(thing) + "/";
        if (field.isIdentifier()) {
            return base + "Item_ID/" + (r5 ? thing.listed(field) + "/Value" : field.idType());
        }
        return base
                + switch (field) {
                    case NAME -> name(thing);
                    case PUBLICATION_DATE -> r5 ? "Item_Dates/" + thing.listed(field) + "/Value" : field.column();
                    case ARTICLE_VERSION -> r5 ? "Item_Attributes/" + thing.listed(field) + "/Value" : field.column();
                    default -> field.column();
                };
    }

    private String name(Thing thing) {
        if (thing.role == Role.ITEM) {
            return layout.report.nameColumn();
        }
        return r5 ? "Item_Name" : thing.role == Role.PARENT ? "Title" : "Item";
    }

    @Override
    public String publisherId(Thing thing, int index) {
        return thing(thing) + "/Publisher_ID";
    }

    @Override
    public String author(Thing thing, int index) {
        return thing(thing) + (r5 ? "/Item_Contributors/" : "/Authors/") + index;
    }

    @Override
    public String attribute(UsageRow row, Attribute attribute) {
        return row(row.code) + "/" + attribute.code();
    }

    @Override
    public String metric(UsageRow row) {
        return metric(row, row.metricText);
    }

    private String metric(UsageRow row, String metric) {
        Thing component = row.component;
        if (r5) {
            return (component == null ? item(row.code) : thing(component)) + "/Performance, " + metric;
        }
        String base = component == null ? row(row.code) : thing(component) + "/Attribute_Performance/0";
        return base + "/Performance/" + metric;
    }

    @Override
    public String count(UsageRow row, int month) {
        String at = metric(row, row.metricText);
        return r5 ? at + ", " + layout.key(month) : at + "/" + layout.key(month);
    }

    @Override
    public String total(UsageRow row) {
        return metric(row);
    }

    @Override
    public String row(long code) {
        return r5 ? item(code) : item(code) + "/Attribute_Performance/" + (code & ((1 << SET_BITS) - 1));
    }

    @Override
    public String count(long code, MetricType metric, int month) {
        String at = row(code) + "/Performance";
        return r5
                ? at + ", " + metric.code() + ", " + layout.key(month)
                : at + "/" + metric.code() + "/" + layout.key(month);
    }
}
