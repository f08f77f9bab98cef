package fr.comptoir.model.code;

import java.util.Optional;
import java.util.function.Function;

/** Finds a constant by the Code's spelling; letter case is forgiven on input and never on output. */
final class Codes {
    private Codes() {}

    static <E extends Enum<E>> Optional<E> find(E[] values, Function<E, String> code, String text) {
        for (E value : values) {
            if (code.apply(value).equalsIgnoreCase(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
