package fr.comptoir.server.web;

import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What pages say, in the reader's language. */
public final class Words {
    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** A sentence with its values. */
    public String say(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** What is wrong, a sentence for each. */
    public List<String> faults(List<Fault> faults, Locale locale) {
        return faults.stream().map(fault -> fault(fault, locale)).toList();
    }

    /** Why nothing was kept. */
    public List<String> refusal(Outcome<?> outcome, Locale locale) {
        return outcome instanceof Outcome.Conflict
                ? List.of(say(locale, "conflict"))
                : faults(outcome.problems(), locale);
    }

    private String fault(Fault fault, Locale locale) {
        String field = messages.getMessage("field." + fault.field(), null, fault.field(), locale);
        return say(locale, "fault", String.valueOf(field), say(locale, "fault." + fault.kind(), fault.value()));
    }
}
