package fr.comptoir.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: columns as wide as their widest cell, numbers to the right. */
final class Table {
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        this.head = List.of(head);
    }

    void row(Object... cells) {
        List<String> row = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(PrintWriter out) {
        int[] width = new int[head.size()];
        boolean[] number = new boolean[head.size()];
        for (int column = 0; column < width.length; column++) {
            width[column] = head.get(column).length();
            number[column] = true;
            for (List<String> row : rows) {
                String cell = row.get(column);
                width[column] = Math.max(width[column], cell.length());
                number[column] &= cell.matches("[-+]?[0-9][0-9 ]*|");
            }
        }
        line(out, head, width, number);
        for (List<String> row : rows) {
            line(out, row, width, number);
        }
    }

    private static void line(PrintWriter out, List<String> cells, int[] width, boolean[] number) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < width.length; column++) {
            String cell = cells.get(column);
            String pad = " ".repeat(width[column] - cell.length());
            line.append(number[column] ? pad + cell : cell + pad).append("  ");
        }
        out.println(line.toString().stripTrailing());
    }
}
