package fr.comptoir.store.usage;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.store.catalogue.CatalogueFiles;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The usage of one month by the hour: of the world, each customer, any title. It is not in the facts, but counted out of the actions once and
 * kept in {@code usage/}, for a version of the month's figures, of the catalogue and of its actions. Immutable.
 */
public final class HourlyUsage {
    public static final int HOURS_OF_DAY = 24;

    private final DataFolder folder;
    private final YearMonth month;
    private final Path catalogue;
    private final Optional<HourFile> file;

    private HourlyUsage(DataFolder folder, YearMonth month, Path catalogue, Optional<HourFile> file) {
        this.folder = folder;
        this.month = month;
        this.catalogue = catalogue;
        this.file = file;
    }

    /**
     * That of a month.
     *
     * @param zone of the platform, in which hours are cut
     */
    public static HourlyUsage of(DataFolder folder, State state, YearMonth month, ZoneId zone) throws IOException {
        MonthState known = state.month(month);
        Path catalogue = folder.catalogue(state.catalogue()).resolve(CatalogueFiles.ROWS);
        Optional<HourFile> file = Optional.empty();
        if (known.counted().isPresent() && known.rows() > 0) {
            CountedMonth counted = new CountedMonth(
                    month, folder.facts(month, known.counted().get().facts()));
            file = Optional.of(new HourFile(new UsageFiles(folder), counted, catalogue, madeOf(known, zone)));
        }
        return new HourlyUsage(folder, month, catalogue, file);
    }

    /** Late lines of a closed month change its actions and not its figures. */
    private static String madeOf(MonthState month, ZoneId zone) {
        String actions = month.actions().stream().map(ActionFile::toString).collect(Collectors.joining(" "));
        return zone + " " + UsageFiles.hash(actions + " " + month.retracted());
    }

    /** Whether the month has any: it was counted, and its actions are kept. */
    public boolean canBeMade() {
        return file.isPresent();
    }

    /** Whether {@link #read} has something to read. */
    public boolean isMade() throws IOException {
        return file.isPresent() && file.get().isThere();
    }

    /** Gives all that is added to the month's figures. */
    @FunctionalInterface
    public interface Making {
        void give(HourRows rows) throws IOException;
    }

    /**
     * Makes it.
     *
     * @param counting the catalogue with which the month is counted
     */
    public void make(Catalogue counting, Making making) throws IOException {
        CatalogueNumbers numbers = numbers(counting);
        file.orElseThrow(() -> new IllegalStateException(month + " has no actions"))
                .write(blocks -> {
                    HourRows rows = new HourRows(blocks, counting, numbers);
                    making.give(rows);
                    return rows.common();
                });
    }

    private CatalogueNumbers numbers(Catalogue counting) throws IOException {
        try {
            return Files.exists(catalogue)
                    ? CatalogueNumbers.of(titles(), folder.temporary(), counting)
                    : CatalogueNumbers.none(counting);
        } catch (SQLException e) {
            throw FileUsage.failure(e);
        }
    }

    private TitleNumbers titles() throws SQLException, IOException {
        return KeptMonths.ofProcess().titles(folder.temporary(), catalogue);
    }

    /**
     * The figures that a question wants, whatever its months are, as {@link Usage#byAttributes} has them of the month; with a choice of ways of
     * arrival or routes of access those that are counted by them.
     *
     * @return by hour of the month, 24 a day, and ordinal of the metric; empty when it is to be made
     */
    public Optional<long[][]> read(UsageQuery query) throws IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            boolean named = Files.exists(catalogue);
            List<String> statuses = named ? titles().statuses() : List.of();
            BitSet chosen = query.content().isAll() ? null : named ? titles().chosen(query.content()) : new BitSet();
            HourSums sums = new HourSums(query, statuses, chosen, month.lengthOfMonth() * HOURS_OF_DAY);
            return file.get().read(sums) ? Optional.of(sums.sums()) : Optional.empty();
        } catch (SQLException e) {
            throw FileUsage.failure(e);
        }
    }
}
