package fr.comptoir.testkit;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Addresses;
import fr.comptoir.model.action.Names;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Copies of actions that say the same in another order, or a part of it, with dictionaries of their own. */
public final class ActionCopies {
    private ActionCopies() {}

    /** All rows in a random order; the numbers of the dictionaries follow the new order. */
    public static Actions shuffled(Actions actions, SplittableRandom random) {
        return copy(actions, permutation(actions.size, random));
    }

    /** The numbers 0 to {@code size - 1} in a random order. */
    public static int[] permutation(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        return order;
    }

    /** The given rows in the given order. */
    public static Actions copy(Actions from, int[] rows) {
        Actions to = new Actions(Actions.Dictionaries.create(), rows.length);
        Map<Integer, Integer> addresses = new HashMap<>();
        addresses.put(0, 0);
        for (int row : rows) {
            int copy = to.add();
            to.time[copy] = from.time[row];
            to.day[copy] = from.day[row];
            to.user[copy] = from.user[row];
            to.userIdentity[copy] = from.userIdentity[row];
            to.session[copy] = from.session[row];
            to.address[copy] = addresses.computeIfAbsent(
                    from.address[row], old -> address(from.dictionaries.addresses(), old, to.dictionaries.addresses()));
            to.agent[copy] = from.agent[row];
            to.organisation[copy] =
                    number(from.dictionaries.organisations(), from.organisation[row], to.dictionaries.organisations());
            to.customers[copy] =
                    number(from.dictionaries.customers(), from.customers[row], to.dictionaries.customers());
            to.item[copy] = from.item[row] == Actions.NO_ITEM
                    ? Actions.NO_ITEM
                    : number(from.dictionaries.items(), from.item[row], to.dictionaries.items());
            to.kind[copy] = from.kind[row];
            to.format[copy] = (short) number(from.dictionaries.formats(), from.format[row], to.dictionaries.formats());
            to.accessMethod[copy] = from.accessMethod[row];
            to.accessTypeR5[copy] = from.accessTypeR5[row];
            to.pageRule[copy] =
                    (short) number(from.dictionaries.pageRules(), from.pageRule[row], to.dictionaries.pageRules());
            to.arrival[copy] =
                    (short) number(from.dictionaries.arrivals(), from.arrival[row], to.dictionaries.arrivals());
            to.route[copy] = from.route[row];
            to.input[copy] = from.input[row];
            to.line[copy] = from.line[row];
            to.part[copy] = from.part[row];
        }
        return to;
    }

    /**
     * Cuts rows into parts at random so that rows with the same key are together.
     *
     * @param key of each row
     * @return the rows of each part
     */
    public static int[][] cut(long[] key, int size, int parts, SplittableRandom random) {
        Map<Long, Integer> partOfKey = new HashMap<>();
        int[] part = new int[size];
        for (int row = 0; row < size; row++) {
            part[row] = partOfKey.computeIfAbsent(key[row], any -> random.nextInt(parts));
        }
        int[][] rows = new int[parts][];
        Arrays.setAll(
                rows,
                p -> IntStream.range(0, size).filter(row -> part[row] == p).toArray());
        return rows;
    }

    private static int number(Names from, int number, Names to) {
        return to.number(from.text(number));
    }

    private static int address(Addresses from, int number, Addresses to) {
        return to.add(from.hash(number), from.network48(number), from.network64(number));
    }
}
