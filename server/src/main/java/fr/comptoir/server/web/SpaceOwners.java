package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.Site;

/** Whose pages of figures a path asks for: a customer's, or those of the platform as a whole, which no customer can be. */
public final class SpaceOwners {
    private final CustomersDatabase database;
    private final Site site;

    SpaceOwners(CustomersDatabase database, Site site) {
        this.database = database;
        this.site = site;
    }

    /**
     * The owner of a space.
     *
     * @param segment the customer as the path has it
     * @throws NotFoundException when there is none
     */
    public Customer of(String segment) {
        String id = CustomerPath.read(segment);
        if (id.equals(Institution.THE_WORLD)) {
            return Customer.create(id, CustomerKind.INSTITUTION, name(id));
        }
        return database.customers().find(id).orElseThrow(() -> new NotFoundException("such customer"));
    }

    /** What an owner is called; the id of one that has no name, or is not there any more. */
    public String name(String id) {
        return id.equals(Institution.THE_WORLD)
                ? site.config().platform().name()
                : database.customers()
                        .find(id)
                        .map(Customer::name)
                        .filter(name -> !name.isBlank())
                        .orElse(id);
    }
}
