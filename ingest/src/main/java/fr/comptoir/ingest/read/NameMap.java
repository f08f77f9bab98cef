package fr.comptoir.ingest.read;

import fr.comptoir.model.action.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Translates the numbers of one judge's texts to those of the batch being filled. Not thread-safe. */
final class NameMap {
    private static final int NOT_YET = -1;

    private final List<String> texts = new ArrayList<>();
    private int[] numbers = new int[64];

    /** Learns the texts that come next in the judge's order. */
    void add(List<String> news) {
        texts.addAll(news);
        int size = texts.size();
        if (size > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(2 * numbers.length, size));
        }
        Arrays.fill(numbers, size - news.size(), size, NOT_YET);
    }

    int number(int judgeNumber, Names names) {
        int number = numbers[judgeNumber];
        if (number == NOT_YET) {
            number = names.number(texts.get(judgeNumber));
            numbers[judgeNumber] = number;
        }
        return number;
    }

    /** A new batch begins: its dictionaries are empty. */
    void forgetNumbers() {
        Arrays.fill(numbers, 0, texts.size(), NOT_YET);
    }
}
