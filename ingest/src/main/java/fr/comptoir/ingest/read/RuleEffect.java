package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.site.PageRule;
import java.util.Arrays;

/** What a page rule says of a hit, in the form in which it goes into rows. */
final class RuleEffect {
    private static final int STATUSES = 1_000;
    private static final byte NO_DENIAL = -1;

    final boolean ignore;
    /** Of what is ignored, whether it is an archive of documents that is tallied apart. */
    final boolean extraction;

    final boolean search;
    /** INVESTIGATION or REQUEST, or SEARCHES_PLATFORM. */
    final ActionKind kind;
    /** The kind of row for each database searched. */
    final ActionKind databaseKind;

    final short format;
    final short pageRule;
    final byte accessMethod;
    final byte accessTypeR5;
    /** The route of access, or that of the line's actor when it is {@link AccessRoute#NOT_RECORDED}. */
    final AccessRoute route;

    private final boolean get;
    private final byte[][] methods;
    private final byte[] denials = new byte[STATUSES];

    RuleEffect(PageRule rule, int format, int pageRule) {
        ignore = rule.action() == PageRule.Action.IGNORE;
        extraction = ignore && rule.documents().isPresent();
        search = rule.action() == PageRule.Action.SEARCH;
        kind = switch (rule.action()) {
            case REQUEST -> ActionKind.REQUEST;
            case INVESTIGATION, IGNORE -> ActionKind.INVESTIGATION;
            case SEARCH -> ActionKind.SEARCHES_PLATFORM;
        };
        databaseKind = rule.search();
        this.format = (short) format;
        this.pageRule = (short) pageRule;
        accessMethod = (byte) rule.accessMethod().ordinal();
        accessTypeR5 = rule.accessTypeR5()
                .map(AccessType::ordinal)
                .orElse((int) Actions.NO_ACCESS_TYPE)
                .byteValue();
        route = rule.route().orElse(AccessRoute.NOT_RECORDED);
        get = rule.methods().contains("GET");
        methods = rule.methods().stream().map(method -> method.getBytes(UTF_8)).toArray(byte[][]::new);
        Arrays.fill(denials, NO_DENIAL);
        rule.onStatus().forEach((status, denial) -> {
            if (status >= 0 && status < STATUSES) {
                denials[status] = (byte) denial.ordinal();
            }
        });
    }

    boolean allows(boolean isGet, byte[] bytes, int from, int to) {
        if (isGet) {
            return get;
        }
        for (byte[] method : methods) {
            if (Arrays.equals(bytes, from, to, method, 0, method.length)) {
                return true;
            }
        }
        return false;
    }

    boolean isDenial(int status) {
        return status >= 0 && status < STATUSES && denials[status] != NO_DENIAL;
    }

    ActionKind denial(int status) {
        return ActionKind.of(denials[status]);
    }
}
