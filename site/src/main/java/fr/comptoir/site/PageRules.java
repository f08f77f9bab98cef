package fr.comptoir.site;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.site.PageRule;
import fr.comptoir.model.site.PageRule.Action;
import fr.comptoir.model.site.Statuses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads and checks {@code pages}. */
final class PageRules {
    private static final String DEFAULT_ITEM = "{item}";
    private static final Pattern METHOD = Pattern.compile("[A-Za-z]+");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+-]*");

    private record Checked(PageRule rule, PathTemplate path) {}

    private PageRules() {}

    static List<PageRule> read(Section site, Statuses delivered) {
        if (!site.has("pages")) {
            site.error("pages", "is missing: at least one rule that says which paths are content");
        }
        List<Checked> rules = new ArrayList<>();
        for (Section section : site.sections("pages")) {
            readOne(section, delivered).ifPresent(checked -> {
                warnIfUnreachable(section, checked, rules);
                rules.add(checked);
            });
        }
        return rules.stream().map(Checked::rule).toList();
    }

    private static Optional<Checked> readOne(Section section, Statuses delivered) {
        String written = section.required("path", "the path that the rule matches, such as /article/{item}");
        Optional<PathTemplate> path = written.isEmpty() ? Optional.empty() : path(section, written);
        Set<String> captures = path.map(PathTemplate::captures).orElse(Set.of());
        if (!section.has("action")) {
            section.error("action", "is missing: investigation, request, search or ignore");
        }
        Optional<Action> action = section.choice(
                "action", List.of(Action.values()), value -> value.name().toLowerCase(Locale.ROOT));
        PageRule rule = new PageRule(
                section.line(),
                written,
                query(section.section("query")),
                methods(section),
                action.orElse(Action.IGNORE),
                item(section, action, path),
                format(section),
                section.choice("access_method", List.of(AccessMethod.values()), AccessMethod::code)
                        .orElse(AccessMethod.REGULAR),
                onStatus(section.section("on_status"), delivered),
                section.choice(
                        "access_type_r5",
                        Arrays.stream(AccessType.values())
                                .filter(type -> type.in(Release.R5))
                                .toList(),
                        AccessType::code),
                databases(section, captures),
                search(section),
                section.choice("route", List.of(AccessRoute.TOKEN), AccessRoute::code),
                DocumentsSection.read(section, captures));
        warnOfNoEffect(section, action);
        section.close();
        return path.map(template -> new Checked(rule, template));
    }

    private static Optional<PathTemplate> path(Section section, String written) {
        try {
            PathTemplate template = PathTemplate.parse(written);
            if (ESCAPE.matcher(written).find()) {
                section.warning(
                        "path", "paths are matched after percent-decoding: write the character itself, not its escape");
            }
            return Optional.of(template);
        } catch (IllegalArgumentException e) {
            section.error("path", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Map<String, String> query(Section section) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String name : section.freeKeys()) {
            if (!section.has(name)) {
                section.error(name, "a value was expected: \"*\" for any value that is not empty");
            }
            section.text(name).ifPresent(value -> query.put(name, value));
        }
        return query;
    }

    private static Set<String> methods(Section section) {
        Set<String> methods = new LinkedHashSet<>();
        for (Section.Scalar method : section.scalars("methods")) {
            if (METHOD.matcher(method.text()).matches()) {
                methods.add(method.text().toUpperCase(Locale.ROOT));
            } else {
                section.problems()
                        .error(method.line(), section.field("methods"), "'" + method.text() + "' is no HTTP method");
            }
        }
        return methods.isEmpty() ? Set.of("GET") : methods;
    }

    private static String item(Section section, Optional<Action> action, Optional<PathTemplate> path) {
        Optional<String> item = section.text("item");
        boolean needsItem =
                action.isPresent() && (action.get() == Action.INVESTIGATION || action.get() == Action.REQUEST);
        if (needsItem && path.isPresent()) {
            Set<String> captures = path.get().captures();
            if (item.isPresent()) {
                ValueTemplate.wrong(item.get(), captures).ifPresent(wrong -> section.error("item", wrong));
            } else if (!captures.contains("item")) {
                section.error("path", "has no {item}: say in 'item' how the item's id is built from " + captures);
            }
        }
        return item.orElse(DEFAULT_ITEM);
    }

    private static String format(Section section) {
        Optional<String> format = section.text("format");
        if (format.isPresent() && !FORMAT.matcher(format.get()).matches()) {
            section.error("format", "'" + format.get() + "' is no name of a format such as HTML, PDF or EPUB");
        }
        return format.orElse("").toUpperCase(Locale.ROOT);
    }

    private static Map<Integer, ActionKind> onStatus(Section section, Statuses delivered) {
        Map<Integer, ActionKind> denials = new LinkedHashMap<>();
        for (String status : section.freeKeys()) {
            Optional<ActionKind> denial = section.choice(
                    status,
                    List.of(ActionKind.NO_LICENSE, ActionKind.LIMIT_EXCEEDED),
                    kind -> kind.code().toLowerCase(Locale.ROOT));
            if (!StatusList.isStatus(status)) {
                section.error(status, "an HTTP status was expected, such as 403");
            } else if (delivered.contains(Integer.parseInt(status))) {
                section.error(status, "counts as delivered ('statuses'), so it cannot be a denial too");
            } else {
                denial.ifPresent(kind -> denials.put(Integer.parseInt(status), kind));
            }
        }
        return denials;
    }

    private static List<String> databases(Section section, Set<String> captures) {
        List<String> databases = new ArrayList<>();
        for (Section.Scalar database : section.scalars("database")) {
            ValueTemplate.wrong(database.text(), captures)
                    .ifPresent(wrong -> section.problems().error(database.line(), section.field("database"), wrong));
            databases.add(database.text());
        }
        return databases;
    }

    private static ActionKind search(Section section) {
        List<ActionKind> kinds =
                List.of(ActionKind.SEARCHES_REGULAR, ActionKind.SEARCHES_AUTOMATED, ActionKind.SEARCHES_FEDERATED);
        return section.choice(
                        "search",
                        kinds,
                        kind -> kind.code().substring("Searches_".length()).toLowerCase(Locale.ROOT))
                .orElse(ActionKind.SEARCHES_REGULAR);
    }

    private static void warnOfNoEffect(Section section, Optional<Action> action) {
        if (action.isEmpty()) {
            return;
        }
        List<String> without = switch (action.get()) {
            case INVESTIGATION, REQUEST -> List.of("database", "search", DocumentsSection.KEY);
            case SEARCH -> List.of("item", "format", "access_type_r5", DocumentsSection.KEY);
            case IGNORE -> {
                List<String> keys = new ArrayList<>(List.of(
                        "item", "format", "access_type_r5", "access_method", "on_status", "database", "search"));
                if (!section.has(DocumentsSection.KEY)) {
                    keys.add("route");
                }
                yield keys;
            }
        };
        for (String key : without) {
            if (section.has(key)) {
                section.warning(
                        key, "has no effect with action: " + action.get().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static void warnIfUnreachable(Section section, Checked later, List<Checked> earlier) {
        for (Checked rule : earlier) {
            if (rule.path().covers(later.path())
                    && isImplied(rule.rule().query(), later.rule().query())) {
                section.warning(
                        "path",
                        "the rule is never reached: the one in line "
                                + rule.rule().line() + " (" + rule.rule().path() + ") matches all that it matches");
                return;
            }
        }
    }

    private static boolean isImplied(Map<String, String> earlier, Map<String, String> later) {
        return earlier.entrySet().stream().allMatch(entry -> {
            String value = later.get(entry.getKey());
            return value != null
                    && (entry.getValue().equals("*") || entry.getValue().equals(value));
        });
    }
}
