package fr.comptoir.validate.rule;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.declaration.ReportDeclaration;
import fr.comptoir.validate.declaration.Spelling;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.HeaderList;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Report_Filters and Metric_Types: filters of this report, values that exist, defaults left out, presets of a standard view always there (CoP
 * sections 3.2.1 and 3.3.8).
 */
final class ReportFiltersRule implements HeaderRule {
    private static final Kind UNKNOWN = Kind.critical("filter-unknown", "3.3.8").inR5("3.3.9");
    private static final Kind VALUE = Kind.critical("filter-value", "3.3.8").inR5("3.3.9");
    private static final Kind SPELLING = Kind.error("filter-spelling", "3.3.8").inR5("3.3.9");
    private static final Kind DEFAULT = Kind.error("filter-default", "3.3.8").inR5("3.3.9");
    private static final Kind PRESET = Kind.critical("filter-preset", "4").inR5("4");
    private static final Kind REPEATED =
            Kind.error("filter-value-repeated", "3.3.8").inR5("3.3.9");
    private static final Pattern YEARS = Pattern.compile("([0-9]{4})(?:-([0-9]{4}))?");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    @Override
    public void check(Header header, Findings findings) {
        ReportDeclaration report = header.report;
        if (report == null) {
            return;
        }
        header.filters.forEach((name, list) -> {
            if (!name.equals("Begin_Date") && !name.equals("End_Date")) {
                check(report, name, list, findings);
            }
        });
        if (!report.isMaster()) {
            List<String> metrics =
                    report.metrics().stream().map(MetricType::code).toList();
            checkPreset(header, report, "Metric_Type", metrics, findings);
            report.presets().forEach((name, values) -> checkPreset(header, report, name, values, findings));
        }
    }

    private static void check(ReportDeclaration report, String name, HeaderList list, Findings findings) {
        boolean preset = !report.isMaster()
                && (name.equals("Metric_Type") || report.presets().containsKey(name));
        if (!preset && !report.filters().contains(name)) {
            findings.add(
                    UNKNOWN, list.place(), Sentence.of("filter-unknown", "{0} is no filter of {1}", name, report.id()));
            return;
        }
        if (new HashSet<>(list.values()).size() < list.values().size()) {
            findings.add(
                    REPEATED,
                    list.place(),
                    Sentence.of("filter-value-repeated", "a value of the filter {0} is there twice", name));
        }
        if (name.equals("YOP")) {
            checkYears(list, findings);
            return;
        }
        Set<String> allowed = allowed(report, name);
        for (String value : list.values()) {
            checkValue(name, value, allowed, list.place(), findings);
        }
        if (!preset && !allowed.isEmpty() && new HashSet<>(list.values()).containsAll(allowed)) {
            findings.add(
                    DEFAULT,
                    list.place(),
                    Sentence.of(
                            "filter-default.all",
                            "the filter {0} names all values, which is the default and left out",
                            name));
        }
    }

    private static void checkValue(String name, String value, Set<String> allowed, String place, Findings findings) {
        boolean wrongCode = switch (name) {
            case "Country_Code" -> !COUNTRY.matcher(value).matches();
            case "Subdivision_Code" -> !SUBDIVISION.matcher(value).matches();
            default -> false;
        };
        if (wrongCode) {
            findings.add(
                    VALUE,
                    place,
                    Sentence.of(
                            "filter-value.code", "the filter {0} has \"{1}\", which is no ISO 3166 code", name, value));
        }
        if (allowed.isEmpty() || allowed.contains(value)) {
            return;
        }
        String meant = Spelling.find(value, allowed);
        if (meant != null) {
            findings.add(
                    SPELLING,
                    place,
                    Sentence.of("filter-spelling", "the filter {0} has \"{1}\"; it is spelt {2}", name, value, meant));
        } else {
            findings.add(
                    VALUE,
                    place,
                    Sentence.of(
                            "filter-value.unknown",
                            "the filter {0} has \"{1}\"; it can be {2}",
                            name,
                            value,
                            String.join(", ", allowed)));
        }
    }

    /** The values that a filter chooses from; empty where they are not listed. */
    private static Set<String> allowed(ReportDeclaration report, String name) {
        return switch (name) {
            case "Metric_Type" -> names(report.metrics());
            case "Data_Type" -> report.dataTypes();
            case "Access_Type" ->
                report.id().equals("TR") && report.release() == Release.R5
                        ? Set.of("Controlled", "OA_Gold")
                        : report.accessTypes();
            case "Access_Method" -> Set.of("Regular", "TDM");
            case "Section_Type" -> AttributeValueRule.SECTION_TYPES;
            case "Attributed" -> Set.of("Yes", "No");
            case "Parent_Data_Type" -> Set.of("Journal");
            default -> Set.of();
        };
    }

    private static Set<String> names(Collection<MetricType> metrics) {
        Set<String> names = new LinkedHashSet<>();
        metrics.forEach(metric -> names.add(metric.code()));
        return names;
    }

    private static void checkYears(HeaderList list, Findings findings) {
        for (String years : list.values()) {
            var parts = YEARS.matcher(years);
            boolean good = parts.matches()
                    && !parts.group(1).equals("0000")
                    && (parts.group(2) == null || parts.group(1).compareTo(parts.group(2)) <= 0);
            if (!good) {
                findings.add(
                        VALUE,
                        list.place(),
                        Sentence.of(
                                "filter-value.years",
                                "the filter YOP has \"{0}\"; it must be a year yyyy or years yyyy-yyyy, from 0001 on",
                                years));
            }
        }
        if (list.values().equals(List.of("0001-9999"))) {
            findings.add(
                    DEFAULT,
                    list.place(),
                    Sentence.of("filter-default.years", "the filter YOP=0001-9999 is the default and left out"));
        }
    }

    private static void checkPreset(
            Header header, ReportDeclaration report, String name, List<String> values, Findings findings) {
        HeaderList list = header.filters.get(name);
        String form = name.equals("Metric_Type") && !header.json ? "Metric_Types" : "Report_Filters";
        String place = list != null ? list.place() : header.json ? "/Report_Header/Report_Filters" : header.place(form);
        Set<String> missing = new LinkedHashSet<>(values);
        missing.removeAll(header.filter(name));
        if (!missing.isEmpty()) {
            findings.add(
                    PRESET,
                    place,
                    list == null
                            ? Sentence.of(
                                    "filter-preset.absent",
                                    "the filter {0}={1} always stands in the header of this standard view",
                                    name,
                                    String.join("|", values))
                            : Sentence.of(
                                    "filter-preset.missing",
                                    "the filter {0}={1} always stands in the header of this standard view; missing: {2}",
                                    name,
                                    String.join("|", values),
                                    String.join(", ", missing)));
            return;
        }
        Set<String> extra = new LinkedHashSet<>(header.filter(name));
        values.forEach(extra::remove);
        if (!extra.isEmpty() && allowed(report, name).containsAll(extra)) {
            findings.add(
                    PRESET,
                    place,
                    Sentence.of(
                            "filter-preset.extra",
                            "the filter {0} has {1}, which this standard view leaves out",
                            name,
                            String.join(", ", extra)));
        }
    }
}
