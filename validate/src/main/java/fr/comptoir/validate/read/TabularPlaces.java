package fr.comptoir.validate.read;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.UsageRow;

/** Rows and columns. The code of a thing or a row is the number of its row. */
final class TabularPlaces implements Places {
    private final Layout layout;
    private final ColumnMap columns;

    TabularPlaces(Layout layout, ColumnMap columns) {
        this.layout = layout;
        this.columns = columns;
    }

    private String cell(long row, String heading) {
        int column = columns.index(heading);
        return column < 0 ? row(row) : Cells.place(column, heading, row);
    }

    @Override
    public String thing(Thing thing) {
        return row(thing.code);
    }

    @Override
    public String field(Thing thing, Field field) {
        return cell(
                thing.code,
                switch (thing.role) {
                    case ITEM -> field == Field.NAME ? layout.report.nameColumn() : field.column();
                    case PARENT -> "Parent_" + field.column();
                    case COMPONENT -> "Component_" + field.column();
                });
    }

    @Override
    public String publisherId(Thing thing, int index) {
        return cell(thing.code, "Publisher_ID");
    }

    @Override
    public String author(Thing thing, int index) {
        return cell(
                thing.code,
                switch (thing.role) {
                    case ITEM -> "Authors";
                    case PARENT -> "Parent_Authors";
                    case COMPONENT -> "Component_Authors";
                });
    }

    @Override
    public String attribute(UsageRow row, Attribute attribute) {
        return cell(row.code, attribute.code());
    }

    @Override
    public String metric(UsageRow row) {
        return cell(row.code, "Metric_Type");
    }

    @Override
    public String count(UsageRow row, int month) {
        return layout.totalsOnly ? total(row) : cell(row.code, layout.heading(month));
    }

    @Override
    public String total(UsageRow row) {
        return cell(row.code, "Reporting_Period_Total");
    }

    @Override
    public String row(long code) {
        return rowInSentence(code).toString();
    }

    @Override
    public Sentence rowInSentence(long code) {
        return Sentence.of("place.row", "row {0}", String.valueOf(code));
    }

    @Override
    public Sentence thingInSentence(Thing thing) {
        return rowInSentence(thing.code);
    }

    @Override
    public String count(long code, MetricType metric, int month) {
        return layout.totalsOnly ? cell(code, "Reporting_Period_Total") : cell(code, layout.heading(month));
    }
}
