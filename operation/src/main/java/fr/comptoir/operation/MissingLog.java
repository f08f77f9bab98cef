package fr.comptoir.operation;

import java.time.LocalDate;

/**
 * A log of a month that is no longer at hand, or no longer what was counted.
 *
 * @param name as it was named when it was counted
 * @param first its first day in the month
 * @param last its last such day
 */
public record MissingLog(String name, LocalDate first, LocalDate last) {
    @Override
    public String toString() {
        return name + " (" + first + (first.equals(last) ? ")" : " to " + last + ")");
    }
}
