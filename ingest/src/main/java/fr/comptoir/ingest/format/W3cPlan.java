package fr.comptoir.ingest.format;

import java.util.ArrayList;
import java.util.List;

/**
 * What the columns of one {@code #Fields} line are. Immutable.
 *
 * @param complete whether time, status, method, path and address are among them
 * @param cloudFront whether values are percent-encoded
 */
record W3cPlan(List<Column> columns, boolean complete, boolean cloudFront) {
    static final W3cPlan NONE = new W3cPlan(List.of(), false, false);

    /** What is done with a column beyond filling fields. */
    enum Kind {
        DATE,
        TIME,
        EPOCH,
        ADDRESS,
        METHOD,
        STATUS,
        STEM,
        QUERY,
        TARGET,
        OTHER
    }

    /** One column. */
    record Column(Kind kind, Fill fill) {}

    static W3cPlan of(List<String> names, List<SiteFields.Named> named) {
        List<Kind> kinds = new ArrayList<>();
        List<Fill.Builder> fills = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (String name : names) {
            keys.add(W3cColumns.name(name));
            kinds.add(kind(name));
            fills.add(new Fill.Builder());
        }
        fill(keys, fills, Field.USER_AGENT, FieldNames.requestHeader("user-agent"));
        fill(keys, fills, Field.REFERER, FieldNames.requestHeader("referer"), FieldNames.requestHeader("referrer"));
        fill(keys, fills, Field.HOST, "x-host-header", FieldNames.requestHeader("host"), "cs-host", "s-sitename");
        for (SiteFields.Named field : named) {
            if (!fill(keys, fills, field.field(), field.name()) && FieldNames.isCookie(field.name())) {
                int cookies = keys.indexOf(FieldNames.COOKIE_HEADER);
                if (cookies >= 0) {
                    fills.get(cookies).cookie(field.field(), FieldNames.cookieOf(field.name()));
                }
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new Column(kinds.get(i), fills.get(i).build()));
        }
        boolean complete = (kinds.contains(Kind.TIME) || kinds.contains(Kind.EPOCH))
                && kinds.contains(Kind.STATUS)
                && kinds.contains(Kind.METHOD)
                && (kinds.contains(Kind.STEM) || kinds.contains(Kind.TARGET))
                && kinds.contains(Kind.ADDRESS);
        return new W3cPlan(columns, complete, names.stream().anyMatch(name -> name.startsWith("x-edge-")));
    }

    /** The first of these names that is a column fills the field. */
    private static boolean fill(List<String> keys, List<Fill.Builder> fills, Field field, String... names) {
        for (String name : names) {
            int column = keys.indexOf(name);
            if (column >= 0) {
                fills.get(column).field(field);
                return true;
            }
        }
        return false;
    }

    private static Kind kind(String name) {
        return switch (name) {
            case "date" -> Kind.DATE;
            case "time" -> Kind.TIME;
            case "timestamp", "timestamp(ms)" -> Kind.EPOCH;
            case "c-ip" -> Kind.ADDRESS;
            case "cs-method" -> Kind.METHOD;
            case "sc-status" -> Kind.STATUS;
            case "cs-uri-stem" -> Kind.STEM;
            case "cs-uri-query" -> Kind.QUERY;
            case "cs-uri" -> Kind.TARGET;
            default -> Kind.OTHER;
        };
    }
}
