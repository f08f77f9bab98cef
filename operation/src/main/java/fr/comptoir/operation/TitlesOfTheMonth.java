package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import java.util.HashMap;
import java.util.Map;

/** A catalogue in which items are of the titles under which the reports of a month have them. */
final class TitlesOfTheMonth implements Catalogue {
    private final Catalogue catalogue;
    private final Map<Integer, Integer> moved;

    private TitlesOfTheMonth(Catalogue catalogue, Map<Integer, Integer> moved) {
        this.catalogue = catalogue;
        this.moved = moved;
    }

    /**
     * The catalogue itself where nothing is moved.
     *
     * @param moved titles by the ids of those that are shown under them
     */
    static Catalogue of(Catalogue catalogue, Map<String, String> moved) {
        Map<Integer, Integer> numbers = new HashMap<>();
        moved.forEach((title, shown) -> {
            int to = catalogue.find(shown);
            if (to != NONE) {
                numbers.put(catalogue.find(title), to);
            }
        });
        numbers.remove(NONE);
        return numbers.isEmpty() ? catalogue : new TitlesOfTheMonth(catalogue, numbers);
    }

    @Override
    public int title(int number) {
        int title = catalogue.title(number);
        return moved.getOrDefault(title, title);
    }

    @Override
    public String version() {
        return catalogue.version();
    }

    @Override
    public int size() {
        return catalogue.size();
    }

    @Override
    public int find(String itemId) {
        return catalogue.find(itemId);
    }

    @Override
    public int find(byte[] utf8, int from, int to) {
        return catalogue.find(utf8, from, to);
    }

    @Override
    public String itemId(int number) {
        return catalogue.itemId(number);
    }

    @Override
    public DataType dataType(int number) {
        return catalogue.dataType(number);
    }

    @Override
    public int parent(int number) {
        return catalogue.parent(number);
    }

    @Override
    public int database(int number) {
        return catalogue.database(number);
    }

    @Override
    public int yop(int number) {
        return catalogue.yop(number);
    }

    @Override
    public AccessType accessType(int number, int day) {
        return catalogue.accessType(number, day);
    }

    @Override
    public AccessType accessTypeR5(int number, int day) {
        return catalogue.accessTypeR5(number, day);
    }

    @Override
    public boolean accessTypeR5InAllFormats(int number, int day) {
        return catalogue.accessTypeR5InAllFormats(number, day);
    }

    @Override
    public int segmentCount(int number) {
        return catalogue.segmentCount(number);
    }

    @Override
    public int segment(int number, int i) {
        return catalogue.segment(number, i);
    }
}
