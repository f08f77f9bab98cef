package fr.comptoir.validate.read;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.UsageRow;

/** For a report whose body is not read. */
enum NoPlaces implements Places {
    INSTANCE;

    @Override
    public String thing(Thing thing) {
        return "body";
    }

    @Override
    public String field(Thing thing, Field field) {
        return "body";
    }

    @Override
    public String publisherId(Thing thing, int index) {
        return "body";
    }

    @Override
    public String author(Thing thing, int index) {
        return "body";
    }

    @Override
    public String attribute(UsageRow row, Attribute attribute) {
        return "body";
    }

    @Override
    public String metric(UsageRow row) {
        return "body";
    }

    @Override
    public String count(UsageRow row, int month) {
        return "body";
    }

    @Override
    public String total(UsageRow row) {
        return "body";
    }

    @Override
    public String row(long code) {
        return "body";
    }

    @Override
    public String count(long code, MetricType metric, int month) {
        return "body";
    }
}
