package fr.comptoir.server.web;

import fr.comptoir.customers.base.Outcome;
import java.util.Locale;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the page after a form says of what came of it. */
public final class Told {
    private Told() {}

    /** Puts it where the page that the form leads to finds it. */
    public static void tell(Outcome<?> outcome, RedirectAttributes flash, Words words, Locale locale) {
        if (outcome.isDone()) {
            flash.addFlashAttribute("done", words.say(locale, "saved"));
        } else {
            flash.addFlashAttribute("faults", words.refusal(outcome, locale));
        }
    }
}
