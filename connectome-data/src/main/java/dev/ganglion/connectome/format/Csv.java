package dev.ganglion.connectome.format;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes tables as RFC 4180 has them: a header, fields that may be quoted; empty lines and lines that begin
 * with # are skipped, spaces around a field are dropped.
 */
public final class Csv {
    private Csv() {}

    /** Reads a table; mistakes in its header or in the number of fields of a line are noted. */
    public static Table parse(SourceText text, Columns columns, Problems problems) {
        List<CsvRecord> records = records(text, columns.separator(), problems);
        if (records.isEmpty()) {
            problems.add(
                    new Place(text.name(), 0),
                    "",
                    "the file is empty; its first line names the columns " + String.join(", ", columns.required()));
            return new Table(text.name(), List.of(), List.of());
        }
        List<String> header = header(text.name(), records.get(0), columns, problems);
        List<Table.Row> rows = new ArrayList<>();
        for (CsvRecord line : records.subList(1, records.size())) {
            Place place = place(text.name(), line);
            if (line.getFieldCount() == header.size()) {
                rows.add(new Table.Row(place, fields(header, line)));
            } else {
                problems.add(
                        place,
                        String.join(String.valueOf(columns.separator()), line.getFields()),
                        "has " + line.getFieldCount() + " fields where the header has " + header.size());
            }
        }
        return new Table(text.name(), header, rows);
    }

    /** The text of a table with a header; lines end with a line feed. */
    public static String format(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(header);
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can always be written", e);
        }
        return text.toString();
    }

    private static List<CsvRecord> records(SourceText text, char separator, Problems problems) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.SKIP)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.content())) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            int last = records.isEmpty() ? 0 : lineOf(records.get(records.size() - 1));
            problems.add(
                    new Place(text.name(), last + 1), "", "a field from here on is not well quoted, or far too long");
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can always be read", e);
        }
        return records;
    }

    private static List<String> header(String file, CsvRecord line, Columns columns, Problems problems) {
        List<String> header = line.getFields().stream().map(String::strip).toList();
        Place place = place(file, line);
        for (String column : columns.required()) {
            if (!header.contains(column)) {
                problems.add(place, String.join(",", header), "lacks the column '" + column + "'");
            }
        }
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            if (header.indexOf(column) < i) {
                problems.add(place, column, "names a column that is there twice");
            } else if (columns.closed() && !columns.known().contains(column)) {
                problems.add(place, column, "is no known column" + hint(column, columns));
            }
        }
        return header;
    }

    private static String hint(String column, Columns columns) {
        String nearest = Nearest.hint(column, columns.known());
        return nearest.isEmpty() ? "; known are " + String.join(", ", columns.known()) : nearest;
    }

    private static Map<String, String> fields(List<String> header, CsvRecord line) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), line.getField(i).strip());
        }
        return fields;
    }

    private static Place place(String file, CsvRecord line) {
        return new Place(file, lineOf(line));
    }

    private static int lineOf(CsvRecord line) {
        return Math.toIntExact(line.getStartingLineNumber());
    }
}
