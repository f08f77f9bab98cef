package fr.comptoir.server.web;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.base.Change;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.key.SharedLink;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Customers, their changes, accounts and shared links, as tables for programs; no secret is in them. */
final class DirectoryTables {
    static final ListTable<Customer> CUSTOMERS = ListTable.<Customer>of("customers")
            .column("Customer_ID", Kind.ID, Customer::customerId)
            .column("Name", Kind.TEXT, Customer::name)
            .column("Kind", Kind.CODE, Customer::kind)
            .column("City", Kind.TEXT, customer -> customer.get(CustomerField.CITY))
            .column("Withdrawn", Kind.CODE, Customer::isWithdrawn)
            .column("Changed_At", Kind.MOMENT, Customer::changedAt);

    /** A field of a record and what stands in it. */
    record Field(String key, String value) {}

    private static final ListTable<Field> FIELDS = ListTable.<Field>of("fields")
            .column("Field", Kind.CODE, Field::key)
            .column("Value", Kind.TEXT, Field::value);

    static final ListTable<Change> CHANGES = ListTable.<Change>of("history")
            .column("At", Kind.MOMENT, Change::at)
            .column("Person", Kind.TEXT, change -> change.author().who())
            .column("Field", Kind.CODE, Change::field)
            .column("Old_Value", Kind.TEXT, Change::oldValue)
            .column("New_Value", Kind.TEXT, Change::newValue)
            .column("Reason", Kind.TEXT, change -> change.author().reason());

    static final ListTable<Account> ACCOUNTS = ListTable.<Account>of("accounts")
            .column("Account", Kind.ID, Account::id)
            .column("Name", Kind.TEXT, Account::name)
            .column("Email", Kind.TEXT, Account::email)
            .column("State", Kind.CODE, Account::state)
            .column("Last_Sign_In_At", Kind.MOMENT, Account::lastLoginAt);

    private static final ListTable<Account> ACCOUNT = ACCOUNTS.column("Language", Kind.CODE, Account::language)
            .column("Second_Factor", Kind.CODE, Account::secondFactor);

    private static final ListTable<Grant> ROLES = ListTable.<Grant>of("roles")
            .column("Role", Kind.CODE, Grant::role)
            .column("Customer_ID", Kind.ID, Grant::customerId)
            .column("Last_Day", Kind.DAY, Grant::until);

    /** Without the page of each, which its address would lead to. */
    static final ListTable<SharedLink> LINKS = ListTable.<SharedLink>of("links")
            .column("Name", Kind.TEXT, SharedLink::name)
            .column("Created_At", Kind.MOMENT, SharedLink::createdAt)
            .column("Person", Kind.TEXT, SharedLink::person)
            .column("Last_Day", Kind.DAY, SharedLink::lastDay)
            .column("Withdrawn_At", Kind.MOMENT, SharedLink::withdrawnAt);

    private DirectoryTables() {}

    /** All that the page of one customer shows. */
    static List<Panel> customer(Customer customer) {
        List<Field> fields = Stream.of(CustomerField.values())
                .map(field -> new Field(field.key(), customer.get(field)))
                .collect(Collectors.toCollection(ArrayList::new));
        fields.add(new Field("listed", String.valueOf(customer.listed())));
        return List.of(CUSTOMERS.panel(List.of(customer)), FIELDS.panel(fields));
    }

    /** Whole customers by name and id, as the pages of others list them. */
    static Panel named(String id, List<Customer> customers) {
        return ListTable.<Customer>of(id)
                .column("Customer_ID", Kind.ID, Customer::customerId)
                .column("Name", Kind.TEXT, Customer::name)
                .column("Kind", Kind.CODE, Customer::kind)
                .panel(customers);
    }

    /** Fields with their values. */
    static Panel fields(Collection<Map.Entry<String, String>> fields) {
        return FIELDS.panel(fields.stream()
                .map(one -> new Field(one.getKey(), one.getValue()))
                .toList());
    }

    /** All that the page of one account shows. */
    static List<Panel> account(Account account, List<Grant> grants) {
        return List.of(ACCOUNT.panel(List.of(account)), ROLES.panel(grants));
    }
}
