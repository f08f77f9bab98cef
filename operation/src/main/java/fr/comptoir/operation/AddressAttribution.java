package fr.comptoir.operation;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Addresses;
import fr.comptoir.model.site.InputException;
import fr.comptoir.registry.IndexedInstitutions;
import fr.comptoir.registry.Reattribution;
import fr.comptoir.store.Store;
import fr.comptoir.store.action.Attribution;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To whom the actions of a month belong by today's institutions, though of addresses only keyed hashes are left. Where the hashes do not
 * decide, the attribution of the time stays, and that is said.
 */
final class AddressAttribution implements Attribution {
    private final IndexedInstitutions institutions;
    private final long[] hashes;
    private final @Nullable Reattribution addresses;
    private final YearMonth month;
    /** Why no address can be told anew; blank when they can. */
    private final String tooMany;

    private long undecided;

    private AddressAttribution(
            IndexedInstitutions institutions,
            long[] hashes,
            @Nullable Reattribution addresses,
            YearMonth month,
            String tooMany) {
        this.institutions = institutions;
        this.hashes = hashes;
        this.addresses = addresses;
        this.month = month;
        this.tooMany = tooMany;
    }

    static AddressAttribution of(Store store, State state, YearMonth month, IndexedInstitutions institutions)
            throws IOException, InputException {
        Addresses known = store.actions().addresses(state, month);
        int size = known.size() - 1;
        long[] hashes = new long[size];
        long[] networks48 = new long[size];
        long[] networks64 = new long[size];
        for (int i = 0; i < size; i++) {
            hashes[i] = known.hash(i + 1);
            networks48[i] = known.network48(i + 1);
            networks64[i] = known.network64(i + 1);
        }
        try {
            Reattribution addresses = Reattribution.of(institutions, store.keyedHash(), hashes, networks48, networks64);
            return new AddressAttribution(institutions, hashes, addresses, month, "");
        } catch (InputException tooMany) {
            String why = tooMany.problems().get(0).message();
            return new AddressAttribution(institutions, hashes, null, month, why);
        }
    }

    @Override
    public Owner owner(
            long addressHash, long network48Hash, long network64Hash, String organisation, int day, String before) {
        String known = organisation.isEmpty() ? "" : institutions.byOrganisation(organisation, day);
        if (!known.isEmpty()) {
            return new Owner(known, AccessRoute.FEDERATION);
        }
        if (addressHash == 0) {
            return new Owner("", AccessRoute.NONE);
        }
        Reattribution found = addresses;
        int number = Arrays.binarySearch(hashes, addressHash);
        if (found == null || number < 0) {
            return new Owner(before, AccessRoute.NOT_RECORDED);
        }
        if (!found.isDecided(number, day)) {
            undecided++;
            return new Owner(before, AccessRoute.NOT_RECORDED);
        }
        String customers = found.customers(number, day);
        return new Owner(customers, customers.isEmpty() ? AccessRoute.NONE : AccessRoute.IP);
    }

    /**
     * The month's actions and extractions given to whom they belong.
     *
     * @param run that does it
     */
    State anew(Store store, State state, YearMonth month, int run) throws IOException {
        return state.withActionFiles(month, store.actions().attributeAnew(state, month, this, run))
                .withExtractionFiles(month, store.extractions().attributeAnew(state, month, this, run));
    }

    /** What could not be worked out, once the attribution was used. */
    Optional<AttributionNote> note() {
        if (undecided > 0) {
            return Optional.of(new AttributionNote(AttributionNote.Kind.UNDECIDED, month, undecided, ""));
        }
        return tooMany.isEmpty()
                ? Optional.empty()
                : Optional.of(new AttributionNote(AttributionNote.Kind.TOO_MANY_ADDRESSES, month, 0, tooMany));
    }
}
