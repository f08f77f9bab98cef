package fr.comptoir.model.site;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of {@code pages}: which paths it matches and what a hit on them means.
 *
 * @param line line of the rule in {@code comptoir.yml}, from 1
 * @param path as written: {@code {name}} is one path segment or a part of one, {@code {name...}} the rest of the path
 * @param query parameter to value; {@code *} means present and not empty, anything else must match exactly
 * @param methods HTTP methods, default GET only
 * @param action what it is; REQUEST, INVESTIGATION, SEARCH or IGNORE
 * @param item template of the item id, default {@code {item}}; {@code {name}} a capture of the path, {@code {query.name}} a parameter
 * @param format delivered format in capitals, {@code ""} when the rule says none
 * @param accessMethod default Regular
 * @param onStatus statuses that are denials: NO_LICENSE or LIMIT_EXCEEDED
 * @param accessTypeR5 what Release 5 calls the access for that format, if the rule says it
 * @param databases templates of the databases searched
 * @param search which kind a search is for databases: SEARCHES_REGULAR, SEARCHES_AUTOMATED or SEARCHES_FEDERATED
 * @param route TOKEN when all that it matches is reached with a token; else it follows from the line
 * @param documents of what is ignored: that it is an extraction, an archive of so many documents
 */
public record PageRule(
        int line,
        String path,
        Map<String, String> query,
        Set<String> methods,
        Action action,
        String item,
        String format,
        AccessMethod accessMethod,
        Map<Integer, ActionKind> onStatus,
        Optional<AccessType> accessTypeR5,
        List<String> databases,
        ActionKind search,
        Optional<AccessRoute> route,
        Optional<DocumentsRule> documents) {

    /** A rule that says nothing of the route of access and is no extraction. */
    public PageRule(
            int line,
            String path,
            Map<String, String> query,
            Set<String> methods,
            Action action,
            String item,
            String format,
            AccessMethod accessMethod,
            Map<Integer, ActionKind> onStatus,
            Optional<AccessType> accessTypeR5,
            List<String> databases,
            ActionKind search) {
        this(
                line,
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
                Optional.empty(),
                Optional.empty());
    }

    /** What a rule says a hit is. */
    public enum Action {
        INVESTIGATION,
        REQUEST,
        SEARCH,
        IGNORE
    }
}
