package fr.comptoir.validate.rule;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parents have an identifier and a Data_Type, and the one that an item of its Data_Type can have (CoP 5.1, section 3.3.2 and table 3.q). */
final class ParentRule extends BodyRule {
    private static final Kind IDENTIFIER = Kind.critical("parent-identifier-missing", "3.2.2");
    private static final Kind DATA_TYPE = Kind.critical("parent-data-type", "3.3.2");
    private static final Kind MISSING = Kind.warning("parent-missing", "3.3.2");
    private static final Kind NOT_ALLOWED = Kind.critical("parent-not-allowed", "3.3.2");

    /** The Data_Types of parents; with an empty text where an item needs none. */
    private static final Map<String, List<String>> PARENTS = parents();

    private static final Set<String> IN_R5 = Set.of(
            "Book",
            "Dataset",
            "Journal",
            "Multimedia",
            "Newspaper_or_Newsletter",
            "Other",
            "Report",
            "Repository_Item",
            "Thesis_or_Dissertation",
            "Unspecified");
    private static final Set<String> IN_R51 = Set.of(
            "Book",
            "Conference",
            "Database_Aggregated",
            "Database_Full",
            "Journal",
            "Newspaper_or_Newsletter",
            "Reference_Work");

    private static Map<String, List<String>> parents() {
        Map<String, List<String>> parents = new HashMap<>();
        parents.put("Article", List.of("Journal"));
        parents.put("Book_Segment", List.of("Book"));
        parents.put("Conference_Item", List.of("Conference"));
        parents.put("Database_Full_Item", List.of("Database_Full"));
        parents.put("News_Item", List.of("Newspaper_or_Newsletter"));
        parents.put("Reference_Item", List.of("Reference_Work"));
        for (String multimedia : Arrays.asList("Audiovisual", "Image", "Interactive_Resource", "Multimedia", "Sound")) {
            parents.put(multimedia, List.of("", "Database_Aggregated", "Database_Full"));
        }
        for (String either :
                Arrays.asList("Other", "Patent", "Report", "Standard", "Thesis_or_Dissertation", "Unspecified")) {
            parents.put(either, List.of("", "Database_Full"));
        }
        return Map.copyOf(parents);
    }

    private final boolean showsDataType;

    ParentRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
        showsDataType = layout.parents && !layout.report.id().equals("IR_A1");
    }

    @Override
    void thing(Thing thing) {
        if (thing.role != Role.PARENT) {
            return;
        }
        if (!thing.hasIdentifier()) {
            findings.add(
                    IDENTIFIER,
                    () -> places.thing(thing),
                    () -> Sentence.of(
                            "parent-identifier-missing", "the parent has no identifier; it must have at least one"));
        }
        if (!showsDataType) {
            return;
        }
        String type = thing.get(Field.DATA_TYPE);
        if (type == null || type.isEmpty()) {
            if (release == Release.R5_1) {
                findings.add(
                        DATA_TYPE,
                        () -> places.field(thing, Field.DATA_TYPE),
                        () -> Sentence.of("parent-data-type.missing", "the Data_Type of the parent is missing"));
            }
        } else if (!(release == Release.R5 ? IN_R5 : IN_R51).contains(type)) {
            findings.add(
                    DATA_TYPE,
                    () -> places.field(thing, Field.DATA_TYPE),
                    () -> Sentence.of(
                            "parent-data-type.unknown",
                            "the Data_Type of the parent is \"{0}\", which is none of a parent",
                            type));
        }
    }

    @Override
    void itemsOf(@Nullable Thing parent, @Nullable String dataType, long code) {
        if (release == Release.R5) {
            return;
        }
        String type = showsDataType ? dataType : "Article";
        if (type == null || type.isEmpty()) {
            return;
        }
        List<String> allowed = PARENTS.get(type);
        if (parent == null) {
            if (allowed != null && !allowed.contains("")) {
                findings.add(
                        MISSING,
                        () -> places.row(code),
                        () -> Sentence.of(
                                "parent-missing",
                                "the item is of Data_Type {0} and should have a parent of Data_Type {1}",
                                type,
                                allowed.get(0)));
            }
            return;
        }
        String parentType = showsDataType ? parent.get(Field.DATA_TYPE) : "Journal";
        if (parentType == null || parentType.isEmpty()) {
            return;
        }
        if (allowed == null || !allowed.contains(parentType)) {
            findings.add(
                    NOT_ALLOWED,
                    () -> places.row(code),
                    () -> allowed == null
                            ? Sentence.of(
                                    "parent-not-allowed.none",
                                    "an item of Data_Type {0} cannot have a parent of Data_Type {1}; it has none",
                                    type,
                                    parentType)
                            : Sentence.of(
                                    "parent-not-allowed.other",
                                    "an item of Data_Type {0} cannot have a parent of Data_Type {1}; it can be of {2}",
                                    type,
                                    parentType,
                                    String.join(", ", allowed).replaceFirst("^, ", "")));
        }
    }
}
