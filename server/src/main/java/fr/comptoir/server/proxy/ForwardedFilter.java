package fr.comptoir.server.proxy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before anything else looks at a request: notes who is at the other end, believes forwarded headers of trusted proxies, and takes those of
 * everybody else away.
 */
final class ForwardedFilter extends OncePerRequestFilter {
    private final TrustedProxies proxies;
    private final ForwardedHeaderFilter believe = new ForwardedHeaderFilter();
    private final ForwardedHeaderFilter remove = new ForwardedHeaderFilter();

    ForwardedFilter(TrustedProxies proxies) {
        this.proxies = proxies;
        remove.setRemoveOnly(true);
    }

    /** An error page is made from the request as it came, so that it too is looked at. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean forwards = BelievedRequest.ALL.stream().anyMatch(name -> request.getHeader(name) != null);
        boolean trusted = proxies.trusts(request.getRemoteAddr());
        new Peer(request.getRemoteAddr(), trusted, forwards).putInto(request);
        if (trusted) {
            believe.doFilter(new BelievedRequest(request, proxies), response, chain);
        } else {
            remove.doFilter(request, response, chain);
        }
    }
}
