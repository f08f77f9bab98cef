package fr.comptoir.server;

import fr.comptoir.server.counterapi.CounterApiSetup;
import fr.comptoir.server.proxy.Origins;
import fr.comptoir.server.proxy.Peer;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Who may see what. */
@Configuration(proxyBeanMethods = false)
class Security {
    /** The API knows its callers itself: no session, no form, no cookie. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Origins origins) {
        if (origins.isAny()) {
            http.cors(cors -> cors.configurationSource(origins));
        }
        return http.securityMatcher(CounterApiSetup.securityPaths())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    /** Health is everybody's, metrics are for this machine alone; whatever has no rule is nobody's. */
    @Bean
    @Order(100)
    SecurityFilterChain rest(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/manage/health", "/manage/health/**")
                        .permitAll()
                        .requestMatchers("/manage/prometheus")
                        .access((authentication, context) -> new AuthorizationDecision(
                                Peer.of(context.getRequest()).isLocal()))
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
