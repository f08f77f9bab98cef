package fr.comptoir.server.proxy;

import fr.comptoir.operation.Site;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts it before all else. */
@Configuration(proxyBeanMethods = false)
public class ProxySetup {
    @Bean
    TrustedProxies trustedProxies(Site site) {
        return new TrustedProxies(site.config().server().trustedProxies());
    }

    @Bean
    FilterRegistrationBean<ForwardedFilter> forwardedFilter(TrustedProxies proxies) {
        FilterRegistrationBean<ForwardedFilter> filter = new FilterRegistrationBean<>(new ForwardedFilter(proxies));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return filter;
    }

    @Bean
    Origins origins(Site site) {
        return new Origins(site.config().server().cors());
    }
}
