package fr.comptoir.validate.read;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.DeclaredException;
import fr.comptoir.validate.finding.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart {@code 3031: Usage Not Ready for Requested Dates (2025-03); ...}, whose data may hold semicolons. */
final class HeaderParts {
    private static final Pattern EXCEPTION =
            Pattern.compile("([0-9]{1,9}):( ?)([^(]*?)( ?)(?:\\((.*)\\))?", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile(";\\s*(?=[0-9]{1,9}\\s*:)");

    private HeaderParts() {}

    static List<DeclaredException> exceptions(String text, Supplier<String> place, Findings findings) {
        List<DeclaredException> exceptions = new ArrayList<>();
        if (text.isBlank()) {
            return exceptions;
        }
        for (String part : NEXT.split(text.strip(), -1)) {
            Matcher parts = EXCEPTION.matcher(part);
            if (!parts.matches() || parts.group(2).isEmpty()) {
                findings.add(
                        Form.EXCEPTION_FORM,
                        place,
                        () -> Sentence.of(
                                "exception-form",
                                "Exceptions has \"{0}\"; the form is {Code}: {Message} ({Data})",
                                part));
            }
            parts.reset();
            if (parts.matches()) {
                exceptions.add(new DeclaredException(
                        Integer.parseInt(parts.group(1)), parts.group(3).strip(), parts.group(5), null, place.get()));
            }
        }
        return exceptions;
    }
}
