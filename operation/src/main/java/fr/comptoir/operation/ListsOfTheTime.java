package fr.comptoir.operation;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.RunRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** By which robots list the lines of an input were read for a month: that of its run, or of a later recount from the raw logs. */
final class ListsOfTheTime {
    private final Map<Integer, RunRecord> runOfInput = new HashMap<>();
    private final Optional<RunRecord> recount;

    ListsOfTheTime(List<RunRecord> runs, MonthState month) {
        runs.forEach(run -> run.inputs().forEach(input -> runOfInput.put(input.number(), run)));
        Set<Integer> read = month.actions().stream().map(ActionFile::run).collect(Collectors.toSet());
        recount = runs.stream()
                .filter(run ->
                        read.contains(run.number()) && run.command().operation().equals(Command.RECOUNT))
                .reduce((earlier, later) -> later);
    }

    /** The hash of the list. */
    String of(InputRecord input) {
        RunRecord run = runOfInput.get(input.number());
        if (run == null) {
            throw new IllegalArgumentException("input " + input.number() + " is of no run");
        }
        return recount.filter(later -> later.number() > run.number())
                .orElse(run)
                .with()
                .robots();
    }
}
