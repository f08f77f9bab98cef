package fr.comptoir.server.space;

import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.operation.view.ViewProblem.Kind;
import java.util.Collection;
import java.util.stream.Collectors;

/** A file is asked for by a value that is none of some: said as what is wrong with any question for a file. */
final class UnknownValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MAX = 60;

    private final transient ViewProblem problem;

    UnknownValueException(String parameter, String value, Collection<?> known) {
        super(parameter);
        String shown = value.length() > SHOWN_MAX ? value.substring(0, SHOWN_MAX) + "…" : value;
        problem = new ViewProblem(
                Kind.VALUE,
                parameter,
                shown,
                known.stream().map(Object::toString).sorted().collect(Collectors.joining(", ")));
    }

    ViewProblem problem() {
        return problem;
    }
}
