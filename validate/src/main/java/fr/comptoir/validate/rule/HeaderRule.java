package fr.comptoir.validate.rule;

import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.finding.Findings;

/** A rule about the header. */
interface HeaderRule {
    void check(Header header, Findings findings);
}
