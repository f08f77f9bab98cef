package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.operation.Site;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** How the pages are kept safe; who may open which of them says {@link Access}. */
@Configuration(proxyBeanMethods = false)
class PagesSecurity {
    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    @Bean
    Today today(Site site) {
        return new Today(site.clock(), site.config().platform().timeZone());
    }

    @Bean
    CsrfTokenRepository csrfTokens(Site site) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("form");
        boolean https = site.config().server().url().stream().anyMatch(url -> url.startsWith("https:"));
        tokens.setCookieCustomizer(cookie -> {
            cookie.httpOnly(true).sameSite("Lax").path("/");
            if (https) {
                cookie.secure(true); // also behind a proxy that has the certificate
            }
        });
        return tokens;
    }

    /** For all there is, the API too. */
    @Bean
    FilterRegistrationBean<NulFilter> nulFilter() {
        FilterRegistrationBean<NulFilter> filter = new FilterRegistrationBean<>(new NulFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    Sessions sessions(Site site, CsrfTokenRepository csrf) {
        return new Sessions(site.clock(), csrf);
    }

    @Bean(destroyMethod = "close")
    VisitRecorder visitRecorder(CustomersDatabase database, Today today) {
        VisitRecorder recorder = new VisitRecorder(database.pageUses(), today);
        recorder.start();
        return recorder;
    }

    /** After the API and before what belongs to nobody: everything but the pages of those who run the service. */
    @Bean
    @Order(50)
    SecurityFilterChain pages(
            HttpSecurity http,
            CustomersDatabase database,
            Sessions sessions,
            Today today,
            CsrfTokenRepository csrf,
            VisitRecorder visits,
            ObjectProvider<PagesStep> steps) {
        steps.orderedStream().forEach(step -> step.addTo(http));
        Denials denials = new Denials();
        RequestMatcher pages = request -> !request.getRequestURI().startsWith("/manage/");
        return http.securityMatcher(pages)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.INCLUDE)
                        .permitAll()
                        .anyRequest()
                        .access((authentication, context) -> new AuthorizationDecision(Access.isAllowed(
                                Viewer.of(context.getRequest()),
                                context.getRequest().getMethod(),
                                context.getRequest().getRequestURI()))))
                .addFilterBefore(new ViewerFilter(database, sessions, today), CsrfFilter.class)
                .addFilterBefore(new VisitFilter(visits), CsrfFilter.class)
                .addFilterBefore(new UploadGuard(), CsrfFilter.class)
                .exceptionHandling(
                        problems -> problems.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .csrf(forms -> forms.csrfTokenRepository(csrf))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(content -> content.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .build();
    }
}
