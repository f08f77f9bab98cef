package fr.comptoir.validate.read;

/** Names of cells: column 0 of row 17 is {@code A17}. */
final class Cells {
    private Cells() {}

    static String name(int column, long row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row).toString();
    }

    /** {@code row 17, column YOP (F17)}. */
    static String place(int column, String heading, long row) {
        return "row " + row + ", column " + heading + " (" + name(column, row) + ")";
    }

    /** {@code row 3 (B3)}. */
    static String place(int column, long row) {
        return "row " + row + " (" + name(column, row) + ")";
    }

    static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    static String at(String[] cells, int column) {
        return column >= 0 && column < cells.length ? cells[column] : "";
    }
}
