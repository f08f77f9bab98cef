package fr.comptoir.server.web;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Author;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page: nobody known, or an account with the roles that it has at this moment.
 *
 * @param account null for nobody known
 * @param grants of today, of customers that are not withdrawn
 * @param members today's members of the consortia that the account keeps, as customer_ids
 * @param guestOf the customer whose figures a shared link opened in this session, {@code ""} for none
 */
public record Viewer(@Nullable Account account, List<Grant> grants, Set<String> members, String guestOf) {
    /** Nobody who is known. */
    public static final Viewer NOBODY = new Viewer(null, List.of(), Set.of(), "");

    private static final String ATTRIBUTE = Viewer.class.getName();

    public Viewer {
        grants = List.copyOf(grants);
        members = Set.copyOf(members);
    }

    /** The one whose request it is. */
    public static Viewer of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Viewer viewer ? viewer : NOBODY;
    }

    /** The same with the figures of a customer opened by a shared link. */
    Viewer asGuestOf(String customerId) {
        return new Viewer(account, grants, members, customerId);
    }

    void putInto(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public boolean isKnown() {
        return account != null;
    }

    /** The name for the record of changes. */
    public Author author() {
        return Author.of(Objects.requireNonNull(account, "only who signed in changes anything")
                .email());
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    public boolean has(Role role, String customerId) {
        return grants.stream().anyMatch(grant -> grant.role() == role && customerId.equals(grant.customerId()));
    }

    /** Whether the administration is shown to it. */
    public boolean isOverseer() {
        return Right.OVERSEE.isOf(this, "");
    }

    /** Whether it may change what belongs to everybody. */
    public boolean isAdministrator() {
        return Right.ADMINISTER.isOf(this, "");
    }

    public boolean mayRead(String customerId) {
        return Right.READ.isOf(this, customerId);
    }

    /** Whether it may see actions one by one. */
    public boolean mayExamine(String customerId) {
        return Right.EXAMINE.isOf(this, customerId);
    }

    public boolean mayManage(String customerId) {
        return Right.MANAGE.isOf(this, customerId);
    }
}
