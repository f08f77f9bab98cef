package fr.comptoir.engine;

import fr.comptoir.model.action.Actions;
import fr.comptoir.testkit.ActionCopies;
import java.util.SplittableRandom;

/** Actions cut into parts at random, each part in a random order and with dictionaries of its own. */
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
    public long rows() {
        return actions.size;
    }

    @Override
    public Part byUser(int p) {
        return part(usersRows[p]);
    }

    @Override
    public Part bySession(int p) {
        return part(sessionsRows[p]);
    }

    private Part part(int[] rows) {
        int[] backwards = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            backwards[i] = rows[rows.length - 1 - i];
        }
        return new Part(ActionCopies.copy(actions, backwards), backwards);
    }
}
