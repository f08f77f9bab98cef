package fr.comptoir.model.catalogue;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import java.nio.charset.StandardCharsets;

/**
 * The items, titles and databases of the platform, each with a number from 0 to {@link #size()} - 1. Immutable and safe for many
 * threads. Numbers hold within one object only; {@link #itemId} is the name that lasts. Days are days since 1970-01-01 in the platform's
 * time zone. Blank values are resolved: a YOP or Access_Type that the row does not say is its parent's, else 0001 and Controlled.
 */
public interface Catalogue {
    /** The answer for "there is none". */
    int NONE = -1;

    /** Changes whenever anything that counting depends on changes; the same for the same content. */
    String version();

    int size();

    /** The number of the item with that id, or {@link #NONE}. */
    int find(String itemId);

    /** As {@link #find(String)}, for UTF-8 bytes, without making an object. */
    int find(byte[] utf8, int from, int to);

    /**
     * As {@link #find(byte[], int, int)}, of many ids at once, which may be faster: memory answers questions that do not wait for each
     * other together.
     *
     * @param ids one after the other, the first from 0 on
     * @param ends where each of them ends
     * @param count how many there are
     * @param numbers gets the number of each, or {@link #NONE}
     */
    default void findAll(byte[] ids, int[] ends, int count, int[] numbers) {
        for (int i = 0; i < count; i++) {
            numbers[i] = find(ids, i == 0 ? 0 : ends[i - 1], ends[i]);
        }
    }

    String itemId(int number);

    /** As {@link #itemId}, in UTF-8. */
    default byte[] itemIdUtf8(int number) {
        return itemId(number).getBytes(StandardCharsets.UTF_8);
    }

    DataType dataType(int number);

    /** The row's parent, or {@link #NONE} when it has none or the parent is not in the catalogue. */
    int parent(int number);

    /** The title under which Title Reports show the item: itself, its parent, or {@link #NONE} when it is in no Title Report. */
    int title(int number);

    /** The database to which the item's usage belongs (its own {@code database_id}, not inherited), or {@link #NONE}. */
    int database(int number);

    /** Year of publication, 1 (unknown) to 9999 (article in press). */
    int yop(int number);

    /** Access_Type of Release 5.1 on that day. */
    AccessType accessType(int number, int day);

    /** Access_Type of Release 5 on that day, unless the page rule says another. */
    AccessType accessTypeR5(int number, int day);

    /** Whether {@link #accessTypeR5} holds whatever a page rule says of its format. */
    boolean accessTypeR5InAllFormats(int number, int day);

    /** How many Book_Segments of a Book (Reference_Items of a Reference_Work) are in the catalogue; 0 for any other type. */
    int segmentCount(int number);

    /** The {@code i}-th segment of a whole book, {@code 0 <= i < segmentCount(number)}, by ascending item id. */
    int segment(int number, int i);
}
