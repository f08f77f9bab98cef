package fr.comptoir.operation;

import fr.comptoir.ingest.read.JudgeRules;
import fr.comptoir.ingest.robot.Robots;
import fr.comptoir.model.action.KeyedHash;
import fr.comptoir.model.site.InputException;
import fr.comptoir.registry.IndexedCatalogue;
import fr.comptoir.registry.IndexedInstitutions;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * All with which the logs of a site are read at this moment.
 *
 * @param list of robots
 * @param rules what decides about a line
 * @param versions the same as versions, for records
 */
record Reading(
        IndexedCatalogue catalogue,
        IndexedInstitutions institutions,
        RobotsCopy list,
        JudgeRules rules,
        Versions versions) {
    static Reading of(Site site, Store store, State state) throws IOException, InputException {
        return of(site, store, state, RobotsCopy.inForce(site, store, state));
    }

    /** For looking at lines before anything was counted: a site without a secret hashes with none. */
    static Reading forChecking(Site site, Store store) throws IOException, InputException {
        State state = store.state();
        boolean hasSecret = Files.exists(store.folder().secret());
        KeyedHash hash = hasSecret ? store.keyedHash() : new KeyedHash(new byte[KeyedHash.SECRET_BYTES]);
        return of(site, store, state, RobotsCopy.inForce(site, store, state), hash);
    }

    /** As the state has it, but with another robots list. */
    static Reading of(Site site, Store store, State state, RobotsCopy list) throws IOException, InputException {
        return of(site, store, state, list, store.keyedHash());
    }

    private static Reading of(Site site, Store store, State state, RobotsCopy list, KeyedHash hash)
            throws IOException, InputException {
        IndexedCatalogue catalogue = Registry.catalogue(store, state);
        IndexedInstitutions institutions = Registry.institutions(site, store, state);
        JudgeRules rules = JudgeRules.of(site.config(), list.robots(), catalogue, institutions, hash);
        Versions versions = new Versions(
                catalogue.version(), institutions.version(), list.robots().sha256(), rulesVersion(site));
        return new Reading(catalogue, institutions, list, rules, versions);
    }

    /** The version of the list in force, for the record of a run that reads no line and so can do without the list. */
    static String robotsVersion(Site site, Store store, State state) throws IOException, InputException {
        boolean isMissing = site.config().robots().isPresent()
                && !Files.isRegularFile(site.config().robots().get());
        return isMissing ? "" : RobotsCopy.inForce(site, store, state).robots().sha256();
    }

    Robots robots() {
        return list.robots();
    }

    /** A hash of what {@code comptoir.yml} says of reading; the platform's name and the like are not in it. */
    static String rulesVersion(Site site) {
        var config = site.config();
        String text = String.join(
                "\n",
                config.platform().timeZone().getId(),
                config.log().kind().name(),
                config.log().pattern(),
                new java.util.TreeMap<>(config.log().jsonFields()).toString(),
                config.log().clientAddress().toString(),
                config.log().trustedProxies().toString(),
                config.statuses().toString(),
                config.user().toString(),
                config.organisation().toString(),
                RulesText.of(config.pages()) + RulesText.of(config.arrivals()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
