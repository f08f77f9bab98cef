package fr.comptoir.store.usage;

import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.query.CountedMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Gets the usage of a customer: what is much from {@link UsageFiles}, made for who asks first; the rest from the facts. */
final class UsageReading {
    private final UsageFiles files;
    private final InstitutionFiles institutions;
    private final Path catalogue;
    private final TitleNumbers titles;
    private final MonthReading facts;
    private final Path temporary;
    private final long bytesMax;
    private final int fewRows;

    /**
     * Reads what {@link KeptMonths} keeps.
     *
     * @param bytesMax with more than that in memory nothing is kept
     * @param fewRows a month of more rows is written into a file
     */
    UsageReading(DataFolder folder, Path catalogue, TitleNumbers titles, long bytesMax, int fewRows) {
        this.files = new UsageFiles(folder);
        this.institutions = new InstitutionFiles(files);
        this.temporary = folder.temporary();
        this.catalogue = catalogue;
        this.titles = titles;
        this.facts = new MonthReading(titles, folder.temporary());
        this.bytesMax = bytesMax;
        this.fewRows = fewRows;
    }

    /** Gives the usage of each of the months; none when it is too much. */
    Optional<List<MonthUsage>> read(String customer, Split split, List<CountedMonth> months)
            throws SQLException, IOException {
        Map<YearMonth, MonthUsage> read = new TreeMap<>();
        List<CountedMonth> missing = new ArrayList<>();
        long[] bytes = {0};
        for (CountedMonth month : months) {
            Optional<MonthUsage> kept = kept(month, customer, split);
            kept.ifPresentOrElse(usage -> read.put(month.month(), usage), () -> missing.add(month));
            bytes[0] += kept.map(MonthUsage::bytes).orElse(0L);
        }
        if (bytes[0] <= bytesMax && !missing.isEmpty()) {
            facts.read(customer, split, missing, (month, usage) -> {
                MonthUsage finished = usage.rows() > fewRows ? written(month, customer, split, usage) : usage;
                read.put(month.month(), finished);
                bytes[0] += finished.bytes();
                return bytes[0] <= bytesMax;
            });
        }
        return bytes[0] > bytesMax
                ? Optional.empty()
                : Optional.of(months.stream()
                        .map(month -> Objects.requireNonNull(read.get(month.month()), "each month was read"))
                        .toList());
    }

    private Optional<MonthUsage> kept(CountedMonth month, String customer, Split split) throws IOException {
        Optional<MonthUsage> own = files.read(month, catalogue, customer, split, titles);
        return own.isPresent() || split == Split.SETS
                ? own
                : institutions.read(month, catalogue, customer, split, titles);
    }

    /** Writes the usage of a month into files, however little it is, where there are none; gives whether it did. */
    boolean prepare(String customer, CountedMonth month) throws SQLException, IOException {
        boolean made = false;
        for (Split split : Split.values()) {
            if ((split != Split.WAYS || Sources.recordWays(month)) && !files.has(month, catalogue, customer, split)) {
                facts.read(customer, split, List.of(month), (same, usage) -> {
                    files.write(same, catalogue, customer, split, usage, titles);
                    return true;
                });
                made = true;
            }
        }
        return made;
    }

    /** Writes the usage of all institutions in a month into files, where there are none; gives whether it did. */
    boolean prepareInstitutions(CountedMonth month) throws SQLException, IOException {
        boolean made = false;
        for (Split split : List.of(Split.TITLES, Split.WAYS)) {
            if ((split != Split.WAYS || Sources.recordWays(month)) && !institutions.has(month, catalogue, split)) {
                InstitutionsReading reading = new InstitutionsReading(titles, temporary, month, split);
                institutions.write(month, catalogue, split, titles, reading::read);
                made = true;
            }
        }
        return made;
    }

    /** What is read from a file needs less memory, and its sums are known. Where none can be written, nobody has to be told. */
    private MonthUsage written(CountedMonth month, String customer, Split split, MonthUsage usage) throws IOException {
        try {
            files.write(month, catalogue, customer, split, usage, titles);
        } catch (IOException e) {
            return usage; // a folder in which this process must not write, or a full disk
        }
        return files.read(month, catalogue, customer, split, titles).orElse(usage);
    }
}
