package fr.comptoir.engine;

import fr.comptoir.model.action.Actions;
import fr.comptoir.testkit.ActionCopies;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Actions cut into parts, by user and without an item at random, each part in a random order and with dictionaries of its own. */
record TestPartitions(Actions actions, int[][] usersRows, int[][] sessionsRows) implements ActionPartitions {
    TestPartitions(Actions actions, int parts, SplittableRandom random) {
        this(
                actions,
                ActionCopies.cut(actions.user, actions.size, parts, random),
                ActionCopies.cut(actions.session, actions.size, parts, random));
    }

    @Override
    public int count() {
        return usersRows.length;
    }

    @Override
    public Part byUser(int p) {
        return part(usersRows[p]);
    }

    @Override
    public Part byItem(int p, ToIntFunction<String> partOfItem) {
        int[] withItem = IntStream.range(0, actions.size)
                .filter(row -> actions.item[row] != Actions.NO_ITEM)
                .filter(row ->
                        partOfItem.applyAsInt(actions.dictionaries.items().text(actions.item[row])) == p)
                .toArray();
        IntStream without = IntStream.of(sessionsRows[p]).filter(row -> actions.item[row] == Actions.NO_ITEM);
        return part(IntStream.concat(without, IntStream.of(withItem)).toArray());
    }

    private Part part(int[] rows) {
        int[] backwards = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            backwards[i] = rows[rows.length - 1 - i];
        }
        return new Part(ActionCopies.copy(actions, backwards), backwards);
    }
}
