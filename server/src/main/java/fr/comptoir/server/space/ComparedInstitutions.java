package fr.comptoir.server.space;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.operation.view.InstitutionRows;
import fr.comptoir.operation.view.InstitutionTable;
import fr.comptoir.operation.view.MaskedInstitutions;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.RankedTable;
import fr.comptoir.operation.view.View;
import fr.comptoir.server.space.Spaces.Asked;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Institutions side by side, as whoever asks may see them: masked for publishers, divided among the members of a consortium. */
final class ComparedInstitutions {
    private final CustomersDatabase database;

    ComparedInstitutions(CustomersDatabase database) {
        this.database = database;
    }

    /** All of the platform; of a consortium those that were its members in any of the months. */
    private Map<String, String> names(Asked asked) {
        Map<String, String> names = new TreeMap<>();
        if (asked.customer().kind() == CustomerKind.CONSORTIUM) {
            asked.site()
                    .members(
                            asked.view().customer(),
                            asked.view().period().begin(),
                            asked.view().period().end())
                    .forEach(one -> names.put(one.customerId(), named(one.name(), one.customerId())));
            return names;
        }
        for (Customer one : database.customers().all()) {
            if (one.kind() == CustomerKind.INSTITUTION) {
                names.put(one.customerId(), named(one.name(), one.customerId()));
            }
        }
        return names;
    }

    private static String named(String name, String id) {
        return name.isBlank() ? id : name;
    }

    /** The page that is asked for, or all of it. */
    RankedTable table(Listed listed, boolean all) throws IOException {
        Asked asked = listed.asked();
        View view = asked.view();
        Map<String, String> names = names(asked);
        if (asked.isPublishers()) {
            return all
                    ? MaskedInstitutions.all(asked.site(), view, listed.ask(), names)
                    : MaskedInstitutions.page(asked.site(), view, listed.ask(), names);
        }
        boolean divided = isDivided(asked);
        return all
                ? InstitutionTable.all(asked.site(), view, listed.ask(), names, divided)
                : InstitutionTable.page(asked.site(), view, listed.ask(), names, divided);
    }

    /** Each institution in each month. */
    Panel rows(Asked asked) throws IOException {
        Map<String, String> names = names(asked);
        return asked.isPublishers()
                ? MaskedInstitutions.rows(asked.site(), asked.view(), names)
                : InstitutionRows.of(asked.site(), asked.view(), names, isDivided(asked));
    }

    private static boolean isDivided(Asked asked) {
        return asked.customer().kind() == CustomerKind.CONSORTIUM;
    }
}
