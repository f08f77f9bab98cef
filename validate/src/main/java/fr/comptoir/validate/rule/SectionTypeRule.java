package fr.comptoir.validate.rule;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;

/** Section_Type and Format of Release 5: blank where a metric has none, and fitting the Data_Type (CoP 5.0.3, section 3.3.3). */
final class SectionTypeRule extends BodyRule {
    private static final Kind OF_TITLE = Kind.critical("section-type-of-unique-title", "3.3.3");
    private static final Kind MISSING = Kind.critical("section-type-missing", "3.3.3");
    private static final Kind DATA_TYPE = Kind.warning("section-type-of-data-type", "3.3.3");
    private static final Kind FORMAT = Kind.critical("format-of-metric", "11.5");

    SectionTypeRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
    }

    @Override
    void row(UsageRow row) {
        MetricType metric = row.metric;
        if (metric == null) {
            return;
        }
        if (layout.shows(Attribute.SECTION_TYPE)) {
            checkSection(row, metric);
        }
        if (layout.shows(Attribute.FORMAT) && row.has(Attribute.FORMAT) != (metric == MetricType.TOTAL_ITEM_REQUESTS)) {
            findings.add(
                    FORMAT,
                    () -> places.attribute(row, Attribute.FORMAT),
                    () -> Sentence.of(
                            "format-of-metric",
                            "Format is there exactly for Total_Item_Requests, not for {0}",
                            metric.code()));
        }
    }

    private void checkSection(UsageRow row, MetricType metric) {
        String section = row.get(Attribute.SECTION_TYPE);
        boolean title = metric == MetricType.UNIQUE_TITLE_INVESTIGATIONS || metric == MetricType.UNIQUE_TITLE_REQUESTS;
        boolean blank = section == null || section.isEmpty();
        if (title != blank) {
            findings.add(
                    title ? OF_TITLE : MISSING,
                    () -> places.attribute(row, Attribute.SECTION_TYPE),
                    () -> title
                            ? Sentence.of(
                                    "section-type-of-unique-title",
                                    "Section_Type is blank for {0}, not {1}",
                                    metric.code(),
                                    String.valueOf(section))
                            : Sentence.of("section-type-missing", "Section_Type is missing for {0}", metric.code()));
        }
        String type = row.get(Attribute.DATA_TYPE);
        if (section != null && !section.isEmpty() && type != null && !type.isEmpty() && !fits(section, type)) {
            findings.add(
                    DATA_TYPE,
                    () -> places.attribute(row, Attribute.SECTION_TYPE),
                    () -> Sentence.of(
                            "section-type-of-data-type",
                            "Section_Type {0} does not go with Data_Type {1}",
                            section,
                            type));
        }
    }

    private static boolean fits(String section, String dataType) {
        boolean serial = dataType.equals("Journal") || dataType.equals("Newspaper_or_Newsletter");
        boolean book = dataType.equals("Book");
        return switch (section) {
            case "Article" -> serial;
            case "Book", "Chapter" -> book;
            case "Other" -> !serial && !book;
            case "Section" -> serial || book;
            default -> true;
        };
    }
}
