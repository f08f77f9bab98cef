package fr.comptoir.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A place that readers come from: an institution, or the world outside.
 *
 * @param customer the institution's identifier; empty for the world outside
 * @param name its name
 * @param weight how many readers it has, against the others
 * @param networks its own addresses; none where readers are known by their organisation only
 * @param organisation what the log's organisation field says of readers who signed in from elsewhere; empty when nobody can
 * @param packages the packages that it has subscribed
 * @param membership the consortium that it belongs to, with its days; empty for none
 */
record Campus(
        String customer,
        String name,
        int weight,
        List<Network> networks,
        String organisation,
        Set<String> packages,
        String membership) {

    List<Network> networksOn(LocalDate day) {
        return networks.stream().filter(network -> network.isUsedOn(day)).toList();
    }

    boolean hasOrganisation() {
        return !organisation.isEmpty();
    }
}
