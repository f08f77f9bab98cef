package fr.comptoir.ingest.read;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import java.util.Arrays;

/** Translates the numbers that judges give to items ({@link ItemVerdicts}) to those of the batch being filled. Not thread-safe. */
final class ItemNumbers {
    private static final int NOT_YET = -1;

    private final Catalogue catalogue;
    /** By number in the catalogue, the same for every judge. */
    private final int[] numbers;

    ItemNumbers(Catalogue catalogue) {
        this.catalogue = catalogue;
        numbers = new int[catalogue.size()];
        clear();
    }

    /** @param unknown of the judge that gave the number */
    int number(int judgeNumber, NameMap unknown, Names names) {
        if (judgeNumber == Actions.NO_ITEM) {
            return Actions.NO_ITEM;
        }
        if (judgeNumber >= numbers.length) {
            return unknown.number(judgeNumber - numbers.length, names);
        }
        int number = numbers[judgeNumber];
        if (number == NOT_YET) {
            number = names.number(catalogue.itemIdUtf8(judgeNumber));
            numbers[judgeNumber] = number;
        }
        return number;
    }

    /** A new batch begins: its dictionaries are empty. */
    void clear() {
        Arrays.fill(numbers, NOT_YET);
    }
}
