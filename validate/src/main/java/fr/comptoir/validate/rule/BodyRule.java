package fr.comptoir.validate.rule;

import fr.comptoir.model.code.Release;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import org.jspecify.annotations.Nullable;

/** A rule about what stands below the header. It hears what {@code ReportEvents} says, in that order. */
abstract class BodyRule {
    final Layout layout;
    final Places places;
    final Findings findings;
    final Release release;

    BodyRule(Layout layout, Places places, Findings findings) {
        this.layout = layout;
        this.places = places;
        this.findings = findings;
        release = layout.report.release();
    }

    void thing(Thing thing) {}

    void row(UsageRow row) {}

    void itemsOf(@Nullable Thing parent, @Nullable String dataType, long code) {}

    void closed(Thing thing, @Nullable Thing parent) {}

    void end() {}
}
