package fr.comptoir.ingest.read;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.site.DocumentsRule;
import fr.comptoir.model.site.PageRule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes page rules one word after the other. */
final class Rule {
    private final String path;
    private final PageRule.Action action;
    private final Map<String, String> query = new HashMap<>();
    private final Map<Integer, ActionKind> onStatus = new HashMap<>();
    private Set<String> methods = Set.of("GET");
    private String item = "{item}";
    private String format = "";
    private AccessMethod accessMethod = AccessMethod.REGULAR;
    private Optional<AccessType> accessTypeR5 = Optional.empty();
    private Optional<AccessRoute> route = Optional.empty();
    private Optional<DocumentsRule> documents = Optional.empty();
    private List<String> databases = List.of();
    private ActionKind search = ActionKind.SEARCHES_REGULAR;

    private Rule(String path, PageRule.Action action) {
        this.path = path;
        this.action = action;
    }

    static Rule investigation(String path) {
        return new Rule(path, PageRule.Action.INVESTIGATION);
    }

    static Rule request(String path) {
        return new Rule(path, PageRule.Action.REQUEST);
    }

    static Rule search(String path) {
        return new Rule(path, PageRule.Action.SEARCH);
    }

    static Rule ignore(String path) {
        return new Rule(path, PageRule.Action.IGNORE);
    }

    Rule query(String name, String value) {
        query.put(name, value);
        return this;
    }

    Rule onStatus(int status, ActionKind kind) {
        onStatus.put(status, kind);
        return this;
    }

    Rule methods(String... values) {
        methods = Set.of(values);
        return this;
    }

    Rule item(String template) {
        item = template;
        return this;
    }

    Rule format(String value) {
        format = value;
        return this;
    }

    Rule tdm() {
        accessMethod = AccessMethod.TDM;
        return this;
    }

    Rule accessTypeR5(AccessType type) {
        accessTypeR5 = Optional.of(type);
        return this;
    }

    Rule databases(String... templates) {
        databases = Arrays.asList(templates);
        return this;
    }

    Rule automated() {
        search = ActionKind.SEARCHES_AUTOMATED;
        return this;
    }

    Rule token() {
        route = Optional.of(AccessRoute.TOKEN);
        return this;
    }

    Rule documents(String count, int otherwise, int atMost) {
        documents = Optional.of(new DocumentsRule(count, otherwise, atMost));
        return this;
    }

    PageRule build() {
        return new PageRule(
                1,
                path,
                query,
                methods,
                action,
                item,
                format,
                accessMethod,
                onStatus,
                accessTypeR5,
                databases,
                search,
                route,
                documents);
    }
}
