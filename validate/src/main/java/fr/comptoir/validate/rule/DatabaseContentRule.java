package fr.comptoir.validate.rule;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A database is of one kind, and holds what databases of that kind hold; in an A&I database nothing can be requested (CoP 5.1, section 3.3.2). */
final class DatabaseContentRule extends BodyRule {
    private static final Kind KINDS = Kind.error("database-kinds", "3.3.2");
    private static final Kind CONTENT = Kind.error("database-content", "3.3.2");
    private static final Kind REQUESTS = Kind.error("database-requests", "3.3.2");
    /** More databases than any platform has; a broken report must not fill the memory. */
    private static final int DATABASES_MAX = 100_000;

    private static final Set<String> NOT_IN_FULL =
            Set.of("Book", "Conference", "Journal", "Newspaper_or_Newsletter", "Reference_Work");

    /** What is known of one database. */
    private static final class Database {
        final Map<String, Long> types = new TreeMap<>();

        @Nullable
        Long request;
    }

    private final boolean applies;
    private final Map<Long, Database> databases = new HashMap<>();

    DatabaseContentRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
        applies = release == Release.R5_1 && layout.report.family().equals("DR") && layout.shows(Attribute.DATA_TYPE);
    }

    @Override
    void row(UsageRow row) {
        String type = row.get(Attribute.DATA_TYPE);
        MetricType metric = row.metric;
        if (!applies || type == null || metric == null || databases.size() >= DATABASES_MAX) {
            return;
        }
        Database database = databases.computeIfAbsent(row.itemHash, key -> new Database());
        database.types.putIfAbsent(type, row.code);
        if (database.request == null && metric.code().endsWith("Requests")) {
            database.request = row.code;
        }
    }

    @Override
    void end() {
        for (Database database : databases.values()) {
            String kind = null;
            for (String type : database.types.keySet()) {
                if (type.startsWith("Database_") && !type.equals("Database_Full_Item")) {
                    if (kind != null) {
                        add(
                                KINDS,
                                database,
                                type,
                                Sentence.of(
                                        "database-kinds",
                                        "the database is of Data_Type {0} and {1}; it can be of one",
                                        kind,
                                        type));
                    }
                    kind = type;
                }
            }
            if (kind != null) {
                checkContent(database, kind);
            }
        }
    }

    private void checkContent(Database database, String kind) {
        boolean full = kind.equals("Database_Full");
        for (String type : database.types.keySet()) {
            boolean wrong = full ? NOT_IN_FULL.contains(type) : type.equals("Database_Full_Item");
            if (wrong) {
                add(
                        CONTENT,
                        database,
                        type,
                        Sentence.of(
                                "database-content",
                                "usage of Data_Type {0} cannot be in a database of Data_Type {1}",
                                type,
                                kind));
            }
        }
        Long request = database.request;
        if (kind.equals("Database_AI") && request != null) {
            findings.add(
                    REQUESTS,
                    () -> places.row(request),
                    () -> Sentence.of(
                            "database-requests", "nothing can be requested in a database of Data_Type Database_AI"));
        }
    }

    private void add(Kind kind, Database database, String type, Sentence sentence) {
        long code = database.types.getOrDefault(type, 0L);
        findings.add(kind, () -> places.row(code), () -> sentence);
    }
}
