package fr.comptoir.validate.read;

import fr.comptoir.validate.finding.Kind;

/** What can be wrong with the form of a file, before its content is looked at. */
final class Form {
    static final Kind NOT_A_REPORT = Kind.fatal("not-a-report", "3.2");
    static final Kind ENCODING = Kind.fatal("encoding", "3.2");
    static final Kind BROKEN = Kind.fatal("broken-file", "3.2");
    static final Kind BOM_MISSING = Kind.warning("bom-missing", "3.2");
    static final Kind BOM_IN_JSON = Kind.error("bom-in-json", "8.2").inR5("8");
    static final Kind SEPARATOR = Kind.error("separator", "3.2");
    static final Kind SHEETS = Kind.error("several-sheets", "3.2");
    static final Kind RELEASE = Kind.critical("release", "3.2.1");
    static final Kind RELEASE_MISSING = Kind.warning("release-missing", "3.2.1");
    static final Kind BODY_UNCHECKED = Kind.notice("body-not-checked", "3.2");

    static final Kind HEADER_LABEL = Kind.critical("header-label", "3.2.1");
    static final Kind HEADER_SPELLING = Kind.error("header-spelling", "3.2.1");
    static final Kind HEADER_EXTRA_CELL = Kind.error("header-extra-cell", "3.2.1");
    static final Kind HEADER_BLANK_ROW = Kind.critical("header-blank-row", "3.2");
    static final Kind LIST_FORM = Kind.error("list-form", "3.2.1");
    static final Kind PAIR_FORM = Kind.critical("name-value-form", "3.2.1");
    static final Kind EXCEPTION_FORM = Kind.error("exception-form", "3.2.1");
    static final Kind COLUMN_UNKNOWN = Kind.critical("column-unknown", "3.2.2");
    static final Kind COLUMN_NOT_REQUESTED = Kind.error("column-not-requested", "3.2.2");
    static final Kind COLUMN_SPELLING = Kind.error("column-spelling", "3.2.2");
    static final Kind COLUMN_DATE = Kind.warning("column-date", "3.2.2");
    static final Kind COLUMN_REPEATED = Kind.critical("column-repeated", "3.2.2");
    static final Kind COLUMNS_MISSING = Kind.critical("columns-missing", "3.2.2");
    static final Kind COLUMN_ORDER = Kind.critical("column-order", "3.2.2");
    static final Kind EXTRA_CELL = Kind.error("extra-cell", "3.2.2");
    static final Kind BLANK_ROW = Kind.error("blank-row", "3.2.2");
    static final Kind BLANK_COUNT = Kind.error("count-blank", "3.3.9");
    static final Kind COUNT = Kind.critical("count", "3.2.2");
    static final Kind COUNT_NOT_NUMBER = Kind.error("count-not-a-number", "8.2").inR5("8");

    static final Kind JSON_SYNTAX = Kind.fatal("json-syntax", "8.2").inR5("8");
    static final Kind JSON_TYPE = Kind.critical("json-type", "8.2").inR5("8");
    static final Kind JSON_NOT_TEXT = Kind.error("json-not-text", "8.2").inR5("8");
    static final Kind JSON_UNKNOWN = Kind.error("json-unknown-element", "8.2").inR5("8");
    static final Kind JSON_NOT_REQUESTED = Kind.error("json-element-not-requested", "3.2.2");
    static final Kind JSON_MISSING =
            Kind.critical("json-element-missing", "8.2").inR5("8");
    static final Kind JSON_EMPTY = Kind.error("json-empty-element", "8.2").inR5("8");
    static final Kind JSON_REPEATED =
            Kind.critical("json-element-repeated", "8.2").inR5("8");
    static final Kind MONTH_OUTSIDE = Kind.critical("month-outside-period", "3.2.2");
    static final Kind MONTH_REPEATED = Kind.critical("month-repeated", "3.2.2");
    static final Kind PERIOD_FORM = Kind.critical("period-form", "3.2.2");
    static final Kind ORGANISATION_ID = Kind.error("organisation-id-form", "3.2.1");
    static final Kind AUTHOR_FORM = Kind.error("author-form", "3.2.2");

    private Form() {}
}
