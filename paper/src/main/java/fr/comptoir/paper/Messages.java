package fr.comptoir.paper;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Words from message files of UTF-8, {@code <name>_fr.properties} and {@code <name>_en.properties}. A missing key is a bug and throws. */
public final class Messages {
    private final ResourceBundle bundle;
    private final Language language;

    /**
     * Opens the file of a language.
     *
     * @param name with its package, as {@code fr.comptoir.paper.messages}
     */
    public Messages(String name, Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                name,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Language language() {
        return language;
    }

    /** The text of a key with its {@code {0}}, {@code {1}} ... filled in; arguments come as they are to be read. */
    public String text(String key, String... arguments) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }
}
