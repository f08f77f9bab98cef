package fr.comptoir.server.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** What another part of the service adds to how the pages are kept safe, such as another way to sign in. */
@FunctionalInterface
public interface PagesStep {
    void addTo(HttpSecurity http);
}
