package fr.comptoir.site;

import fr.comptoir.model.action.Arrivals;
import fr.comptoir.model.net.IpAddress;
import fr.comptoir.model.site.ArrivalConfig;
import fr.comptoir.model.site.ArrivalKind;
import fr.comptoir.model.site.ArrivalRule;
import fr.comptoir.model.site.LogFormat;
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

/** Reads {@code arrivals}, {@code token} and {@code platform.hosts}: from where people come and by what they have access. */
final class ArrivalSection {
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9_*-]+(\\.[a-z0-9_*-]+)*");
    private static final Pattern MORE_THAN_WILDCARDS = Pattern.compile(".*[a-z0-9].*");
    private static final int NAME_MAX = 100;

    /** A name that people read in both languages. */
    private record Name(String english, String french) {}

    private ArrivalSection() {}

    static ArrivalConfig read(Section site, Section platform, LogFormat log) {
        List<String> hosts = hosts(platform);
        Section token = site.section("token");
        Optional<String> field = token.text("field");
        LogSection.checkField(token, "field", field, log);
        token.close();
        List<ArrivalRule> rules = new ArrayList<>();
        for (Section section : site.sections("arrivals")) {
            rule(section).ifPresent(rule -> {
                checkAgainst(section, rule, rules);
                rules.add(rule);
            });
        }
        if (rules.size() > ArrivalConfig.RULES_MAX) {
            site.error("arrivals", rules.size() + " rules; at most " + ArrivalConfig.RULES_MAX + " were expected");
        }
        warn(site, platform, rules, log);
        return new ArrivalConfig(hosts, rules, field);
    }

    private static void warn(Section site, Section platform, List<ArrivalRule> rules, LogFormat log) {
        if (!rules.isEmpty() && !platform.has("hosts")) {
            site.warning(
                    "arrivals",
                    "without platform.hosts, a step from page to page of the platform is from another site");
        }
        boolean ofReferrers = rules.stream().anyMatch(rule -> !rule.referrers().isEmpty());
        boolean inFormat = log.pattern().isEmpty()
                || log.pattern().toLowerCase(Locale.ROOT).contains("referer");
        if (ofReferrers && !inFormat) {
            site.warning("arrivals", "the log format has no referrer, so that no rule with 'referrer' ever matches");
        }
    }

    private static List<String> hosts(Section platform) {
        List<String> hosts = new ArrayList<>();
        for (Section.Scalar host : platform.scalars("hosts")) {
            Optional<String> known = host(host.text());
            known.ifPresent(hosts::add);
            if (known.isEmpty()) {
                platform.problems()
                        .error(
                                host.line(),
                                platform.field("hosts"),
                                "'" + host.text()
                                        + "' is no host such as www.example.org, *.example.org or [2001:db8::1]");
            }
        }
        return hosts;
    }

    /** A host as it is compared: in lower case, an IPv6 address in its canonical text and without a port. */
    private static Optional<String> host(String written) {
        String text = written.toLowerCase(Locale.ROOT);
        boolean named = HOST.matcher(text).matches()
                && MORE_THAN_WILDCARDS.matcher(text).matches();
        return named ? Optional.of(text) : IpAddress.host(text);
    }

    private static Optional<ArrivalRule> rule(Section section) {
        Name name = name(section);
        List<ArrivalKind> kinds = Arrays.asList(ArrivalKind.values());
        if (!section.has("kind")) {
            section.error(
                    "kind",
                    "is missing: one of "
                            + String.join(
                                    ", ", kinds.stream().map(ArrivalKind::code).toList()));
        }
        Optional<ArrivalKind> kind = section.choice("kind", kinds, ArrivalKind::code);
        List<String> referrers = referrers(section);
        Map<String, Set<String>> query = query(section.section("query"));
        if (!section.has("referrer") && !section.has("query")) {
            section.error(
                    "referrer", "is missing: hosts from which people come, or 'query' with parameters they bring");
        }
        section.close();
        return kind.map(
                known -> new ArrivalRule(section.line(), name.english(), name.french(), known, referrers, query));
    }

    private static Name name(Section section) {
        String what = "what people call this way of arrival, or {en: ..., fr: ...}";
        if (!section.isMapping("name")) {
            String name = checked(section, "name", section.required("name", what));
            return new Name(name, name);
        }
        Section names = section.section("name");
        String english =
                checked(names, "en", names.required("en", "the name in English, which is kept with the actions"));
        String french = checked(names, "fr", names.required("fr", "the name in French"));
        names.close();
        return new Name(english, french);
    }

    private static String checked(Section section, String key, String name) {
        if (Arrivals.BUILT_IN.contains(name.toLowerCase(Locale.ROOT)) && !name.isEmpty()) {
            section.error(key, "'" + name + "' is what arrivals are called that no rule names");
        } else if (name.length() > NAME_MAX) {
            section.error(key, "has " + name.length() + " characters; at most " + NAME_MAX + " were expected");
        }
        return name.strip();
    }

    private static List<String> referrers(Section section) {
        List<String> referrers = new ArrayList<>();
        for (Section.Scalar written : section.scalars("referrer")) {
            String text = written.text();
            int slash = text.indexOf('/');
            Optional<String> host = host(slash < 0 ? text : text.substring(0, slash));
            String path = slash < 0 ? "" : text.substring(slash);
            if (host.isEmpty()) {
                section.problems()
                        .error(
                                written.line(),
                                section.field("referrer"),
                                "'" + text + "': a host was expected, such as www.example.org, *.example.org or"
                                        + " scholar.google.*, without scheme and port, and if need be a path");
                continue;
            }
            wrongPath(path)
                    .ifPresent(wrong -> section.problems().error(written.line(), section.field("referrer"), wrong));
            referrers.add(host.get() + path);
        }
        return referrers;
    }

    private static Optional<String> wrongPath(String path) {
        try {
            if (!path.isEmpty()) {
                PathTemplate.parse(path);
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Set<String>> query(Section section) {
        Map<String, Set<String>> query = new LinkedHashMap<>();
        for (String name : section.freeKeys()) {
            if (!section.has(name)) {
                section.error(name, "a value or a list of values was expected: \"*\" for any value that is not empty");
            }
            Set<String> values = new LinkedHashSet<>();
            for (Section.Scalar value : section.scalars(name)) {
                if (value.text().indexOf(',') >= 0) {
                    section.problems()
                            .error(
                                    value.line(),
                                    section.field(name),
                                    "'" + value.text() + "' has a comma: write [a, b], for a parameter with commas is"
                                            + " a list, of which one value is enough");
                }
                values.add(value.text());
            }
            query.put(name, values);
        }
        return query;
    }

    private static void checkAgainst(Section section, ArrivalRule later, List<ArrivalRule> earlier) {
        earlier.stream()
                .filter(rule -> rule.name().equals(later.name()))
                .findFirst()
                .filter(rule -> rule.kind() != later.kind() || !rule.french().equals(later.french()))
                .ifPresent(rule -> section.error(
                        "name",
                        "the rule in line " + rule.line() + " has the same name with another kind or French name"));
        earlier.stream()
                .filter(rule -> covers(rule, later))
                .findFirst()
                .ifPresent(rule -> section.warning(
                        "name",
                        "the rule is never reached: the one in line " + rule.line() + " matches all that it matches"));
    }

    /** Whether all that {@code later} matches is matched by {@code rule} too; false where that is not plain to see. */
    private static boolean covers(ArrivalRule rule, ArrivalRule later) {
        boolean referrers = rule.referrers().isEmpty()
                || (!later.referrers().isEmpty() && rule.referrers().containsAll(later.referrers()));
        return referrers
                && rule.query().entrySet().stream().allMatch(condition -> {
                    Set<String> values = later.query().get(condition.getKey());
                    return values != null
                            && (condition.getValue().contains("*")
                                    || condition.getValue().containsAll(values));
                });
    }
}
