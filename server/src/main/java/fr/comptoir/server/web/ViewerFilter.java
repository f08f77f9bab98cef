package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.key.SharedLink;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who looks at a page. An account and its roles are read at each request: what was taken away is gone at once. */
final class ViewerFilter extends OncePerRequestFilter {
    private final CustomersDatabase database;
    private final Sessions sessions;
    private final Today today;

    ViewerFilter(CustomersDatabase database, Sessions sessions, Today today) {
        this.database = database;
        this.sessions = sessions;
        this.today = today;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Viewer viewer = viewer(request);
        guestOf(request).map(viewer::asGuestOf).orElse(viewer).putInto(request);
        chain.doFilter(request, response);
    }

    private Optional<String> guestOf(HttpServletRequest request) {
        return sessions.opened(request)
                .flatMap(id -> database.sharedLinks().find(id))
                .filter(link -> link.isGood(today.get()))
                .map(SharedLink::customerId);
    }

    private Viewer viewer(HttpServletRequest request) {
        Optional<Account> account = sessions.account(request)
                .flatMap(id -> database.accounts().find(id))
                .filter(found -> found.state() == Account.State.ACTIVE);
        if (account.isEmpty()) {
            return Viewer.NOBODY;
        }
        LocalDate day = today.get();
        List<Grant> grants = database.roles().of(account.get().id(), day);
        Set<String> members = new HashSet<>();
        for (Grant grant : grants) {
            if (grant.role() == Role.CONSORTIUM_MANAGER && grant.customerId() != null) {
                members.addAll(database.memberships().below(grant.customerId(), day));
            }
        }
        return new Viewer(account.get(), grants, members, "");
    }
}
