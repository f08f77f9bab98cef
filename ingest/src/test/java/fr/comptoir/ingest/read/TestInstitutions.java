package fr.comptoir.ingest.read;

import fr.comptoir.model.catalogue.Institutions;
import fr.comptoir.model.net.IpAddress;

/** Institutions by rule of thumb: 192.0.2.x is "campus" before day 20,000 and "campus|consortium" from then on; "ORG" is an organisation. */
final class TestInstitutions implements Institutions {
    static final int JOINED = 20_000;

    @Override
    public String version() {
        return "test";
    }

    @Override
    public String byOrganisation(String organisation, int day) {
        return organisation.equals("ORG") ? "org" : "";
    }

    @Override
    public String byAddress(long high, long low, int day) {
        if (IpAddress.format(high, low).startsWith("192.0.2.")) {
            return period(day) == 0 ? "campus" : "campus|consortium";
        }
        return IpAddress.format(high, low).startsWith("2001:db8:") ? "v6" : "";
    }

    @Override
    public int period(int day) {
        return day < JOINED ? 0 : 1;
    }
}
