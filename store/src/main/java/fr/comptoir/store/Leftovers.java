package fr.comptoir.store;

import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.disk.PutAside;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.Restatement;
import fr.comptoir.store.state.RunFiles;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.State;
import fr.comptoir.store.usage.UsageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that no state names: what a crashed run wrote, and what later versions replaced. They are removed before a writer works. What
 * the state before the last one named stays a little longer, for a reader that began under it.
 */
final class Leftovers {
    private static final Pattern UNFINISHED_USAGE =
            Pattern.compile(".*\\.(\\d{1,18})-\\d+" + Pattern.quote(DataFolder.UNFINISHED));

    private final DataFolder folder;
    private final Set<Path> named = new HashSet<>();
    /** How the names of files of summed usage begin whose figures are in force. */
    private final Set<String> summed = new HashSet<>();

    private final State state;

    Leftovers(DataFolder folder, State state, State before) {
        this.folder = folder;
        this.state = state;
        name(state);
        name(before);
    }

    private void name(State one) {
        named.add(folder.catalogue(one.catalogue()));
        named.add(folder.institutions(one.institutions()));
        one.robots().ifPresent(list -> named.add(folder.root().resolve(list.file())));
        for (MonthState month : one.months().values()) {
            for (ActionFile file : month.actions()) {
                named.add(folder.actions(month.month(), file.name()));
            }
            for (ActionFile file : month.extractions()) {
                named.add(folder.extractions(month.month(), file.name()));
            }
            month.counted().ifPresent(counted -> {
                name(month, counted);
                summed.add(UsageFiles.prefix(month.month(), counted.facts(), one.catalogue()));
            });
            month.proposed().ifPresent(restatement -> name(month, restatement));
            month.restatements().forEach(restatement -> name(month, restatement));
        }
    }

    private void name(MonthState month, Restatement restatement) {
        name(month, restatement.counted());
        restatement.applied().ifPresent(applied -> name(month, applied.before()));
    }

    private void name(MonthState month, Counted counted) {
        named.add(folder.facts(month.month(), counted.facts()));
        named.add(folder.robots(counted.with().robots()));
    }

    /** Removes them. */
    void remove(Disk disk) throws IOException {
        for (Path child : children(folder.temporary())) {
            if (!PutAside.isInUse(child)) {
                disk.delete(child);
            }
        }
        for (Path child : children(folder.root())) {
            if (child.toString().endsWith(DataFolder.UNFINISHED)) {
                disk.delete(child);
            }
        }
        removeUnnamed(folder.catalogues(), disk);
        removeUnnamed(folder.institutionLists(), disk);
        for (Path monthly : List.of(folder.actions(), folder.extractions(), folder.facts())) {
            for (Path month : children(monthly)) {
                removeUnnamed(month, disk);
            }
        }
        removeSummedUsage(disk);
        removeRobotsLists(disk);
        for (int run = 1; run < state.nextRun(); run++) {
            named.add(folder.run(run));
            named.add(folder.rejects(run));
        }
        removeUnnamed(folder.runs(), disk);
        removeUnnamed(folder.rejects(), disk);
    }

    /** Readers write these, too: what a process that is alive has begun stays. */
    private void removeSummedUsage(Disk disk) throws IOException {
        for (Path file : children(folder.usage())) {
            String name = file.getFileName().toString();
            boolean stays = name.endsWith(DataFolder.UNFINISHED)
                    ? isAlive(UNFINISHED_USAGE.matcher(name))
                    : summed.stream().anyMatch(name::startsWith);
            if (!stays) {
                disk.delete(file);
            }
        }
    }

    /** A list that lines of some run were read by explains what it excluded, as long as there are records of that run. */
    private void removeRobotsLists(Disk disk) throws IOException {
        if (named.containsAll(children(folder.robots()))) {
            return;
        }
        for (RunRecord run : new RunFiles(folder, disk).all(state)) {
            if (run.readLogs()) {
                named.add(folder.robots(run.with().robots()));
            }
        }
        removeUnnamed(folder.robots(), disk);
    }

    private static boolean isAlive(Matcher name) {
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isPresent();
    }

    private void removeUnnamed(Path parent, Disk disk) throws IOException {
        for (Path child : children(parent)) {
            if (!named.contains(child)) {
                disk.delete(child);
            }
        }
    }

    private static List<Path> children(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var children = Files.list(parent)) {
            return children.sorted().toList();
        }
    }
}
