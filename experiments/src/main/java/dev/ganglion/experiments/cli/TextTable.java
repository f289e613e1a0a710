package dev.ganglion.experiments.cli;

import java.util.ArrayList;
import java.util.List;

/** Sets text in columns. */
final class TextTable {
    private static final String GAP = "  ";

    /** The last column is wrapped only where it would otherwise be squeezed into less than this. */
    private static final int NARROWEST_LAST_COLUMN = 30;

    private TextTable() {}

    /**
     * Rows in columns as wide as their widest cell; the last column is wrapped to the width that is left.
     *
     * @param indent put before each line
     * @param width columns of the terminal
     */
    static String of(List<List<String>> rows, String indent, int width) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int column = 0; column < row.size() - 1; column++) {
                String cell = row.get(column);
                line.append(cell)
                        .append(" ".repeat(widths[column] - cell.length()))
                        .append(GAP);
            }
            String hanging = " ".repeat(line.length());
            int left = Math.max(NARROWEST_LAST_COLUMN, width - hanging.length());
            List<String> last = lines(row.get(row.size() - 1), left);
            for (int i = 0; i < last.size(); i++) {
                text.append((i == 0 ? line : hanging) + last.get(i)).append('\n');
            }
        }
        return text.toString();
    }

    /** A paragraph wrapped to a width, each line indented. */
    static String wrap(String paragraph, String indent, int width) {
        StringBuilder text = new StringBuilder();
        lines(paragraph, width - indent.length())
                .forEach(line -> text.append(indent).append(line).append('\n'));
        return text.toString();
    }

    private static List<String> lines(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
