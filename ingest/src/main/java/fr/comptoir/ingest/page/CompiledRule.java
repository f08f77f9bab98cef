package fr.comptoir.ingest.page;

import fr.comptoir.model.site.PageRule;
import java.util.List;
import java.util.Optional;

/** A page rule ready to match. */
final class CompiledRule {
    final PageRule rule;
    final PathTemplate path;
    final List<QueryCondition> conditions;
    /** Absent for a search and for what is ignored. */
    final List<ValueTemplate> item;

    final List<ValueTemplate> databases;
    /** Of what is ignored, when it is an extraction. */
    final Optional<DocumentCount> documents;

    /** @throws IllegalArgumentException with a sentence for the user */
    CompiledRule(PageRule rule) {
        this.rule = rule;
        path = PathTemplate.of(rule.path());
        conditions = rule.query().entrySet().stream()
                .map(entry -> new QueryCondition(entry.getKey(), entry.getValue()))
                .toList();
        boolean hasItem = rule.action() == PageRule.Action.INVESTIGATION || rule.action() == PageRule.Action.REQUEST;
        item = hasItem ? List.of(ValueTemplate.of(rule.item(), path.captures)) : List.of();
        documents = rule.documents()
                .filter(any -> rule.action() == PageRule.Action.IGNORE)
                .map(count -> new DocumentCount(count, path.captures));
        databases = rule.databases().stream()
                .map(template -> ValueTemplate.of(template, path.captures))
                .toList();
    }

    boolean conditionsHold(QueryParameters query) {
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).holds(query)) {
                return false;
            }
        }
        return true;
    }
}
