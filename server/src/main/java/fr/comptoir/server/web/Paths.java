package fr.comptoir.server.web;

/** The paths of customers' pages, for templates. */
public final class Paths {
    /** Of a customer's own page. */
    public String space(String customerId) {
        return "/space/" + CustomerPath.write(customerId);
    }

    /** A customer_id as one segment of any path. */
    public String segment(String customerId) {
        return CustomerPath.write(customerId);
    }

    /** Of the page on which a customer is kept. */
    public String admin(String customerId) {
        return "/admin/customers/" + CustomerPath.write(customerId);
    }
}
