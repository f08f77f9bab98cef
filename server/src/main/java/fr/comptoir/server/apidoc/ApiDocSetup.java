package fr.comptoir.server.apidoc;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the page in its place. */
@Configuration(proxyBeanMethods = false)
@Import(ApiDocController.class)
public class ApiDocSetup {}
