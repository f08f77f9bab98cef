package fr.comptoir.operation;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.RunRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The names of inputs by their numbers. */
final class InputNames {
    private final Map<Integer, String> names = new HashMap<>();

    private InputNames() {}

    static InputNames of(Store store) throws IOException {
        InputNames inputs = new InputNames();
        for (RunRecord run : store.runs().all(store.state())) {
            for (InputRecord input : run.inputs()) {
                inputs.names.put(input.number(), input.name());
            }
        }
        return inputs;
    }

    /** Where a line stands: {@code name:line}. */
    String place(int input, int line) {
        return names.getOrDefault(input, "input " + input) + ":" + line;
    }
}
