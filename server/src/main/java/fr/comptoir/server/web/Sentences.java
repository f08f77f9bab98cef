package fr.comptoir.server.web;

import fr.comptoir.customers.base.Language;
import fr.comptoir.model.text.Sentence;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What the modules below say, in the reader's language: in English as a command line says it, in French from the file of the module. */
public final class Sentences {
    /** Packages whose {@code sentences_fr.properties} are read. */
    static final List<String> PACKAGES =
            List.of("fr.comptoir.ingest", "fr.comptoir.operation", "fr.comptoir.registry", "fr.comptoir.validate");

    private static final List<ResourceBundle> FRENCH = PACKAGES.stream()
            .map(name -> ResourceBundle.getBundle(
                    name + ".sentences", Locale.FRENCH, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)))
            .toList();

    private final Language language;

    public Sentences(Locale locale) {
        this.language = Languages.of(locale);
    }

    /** The sentence; in English where it has no code, for no page should show it. */
    public String say(Sentence sentence) {
        Optional<String> french = language == Language.FR ? french(sentence.code()) : Optional.empty();
        if (french.isEmpty()) {
            return sentence.toString();
        }
        Object[] values = sentence.values().stream()
                .map(value -> value instanceof Sentence part ? say(part) : value)
                .toArray();
        return new MessageFormat(french.get(), Locale.FRENCH).format(values);
    }

    private static Optional<String> french(String code) {
        return FRENCH.stream()
                .filter(bundle -> bundle.containsKey(code))
                .map(bundle -> FrenchSpaces.kept(bundle.getString(code)))
                .findFirst();
    }
}
