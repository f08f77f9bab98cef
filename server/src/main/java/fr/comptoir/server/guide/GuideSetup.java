package fr.comptoir.server.guide;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts guide and tour in their place. */
@Configuration(proxyBeanMethods = false)
@Import({GuideController.class, TourController.class, Tour.class})
public class GuideSetup {}
