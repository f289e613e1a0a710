package dev.ganglion.experiments.run;

import dev.ganglion.environments.options.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table in a file that only grows, row by row, each row on the disk before the next is made.
 *
 * <p>Its first column counts environment steps and never falls. A run that goes on from a checkpoint first drops the
 * rows beyond it, and with them a row torn by a crash, so no step is ever told twice.
 */
final class CsvLog implements AutoCloseable {
    /** Name of the first column. */
    static final String STEPS = "steps";

    private final Path file;
    private final FileChannel channel;

    private CsvLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a table for more rows, and makes it if there is none.
     *
     * @param header names of the columns, the first of which is {@link #STEPS}
     * @throws InvalidInputException if the file cannot be written or has other columns
     */
    static CsvLog open(Path file, List<String> header) {
        String line = row(header);
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                WholeFile.write(file, line);
            }
            if (!header(file).equals(header)) {
                throw new InvalidInputException(
                        file + " has other columns than this version of Ganglion writes; begin a new run");
            }
            return new CsvLog(file, FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw WholeFile.cannotWrite(file, e);
        }
    }

    /**
     * Drops the rows of more steps than these, and with them a torn one, if there is such a file.
     *
     * @throws InvalidInputException if the file cannot be written
     */
    static void rewind(Path file, long steps) {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] bytes = Files.readAllBytes(file);
            channel.truncate(endOfKept(bytes, steps));
        } catch (IOException e) {
            throw WholeFile.cannotWrite(file, e);
        }
    }

    /**
     * Adds a row.
     *
     * @throws InvalidInputException if the disk is full
     */
    void append(List<String> cells) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(row(cells).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw WholeFile.cannotWrite(file, e);
        }
    }

    /** Brings everything down to the disk. */
    void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw WholeFile.cannotWrite(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw WholeFile.cannotWrite(file, e);
        }
    }

    /** The rows of a table, each a list of cells, without the header. */
    static List<List<String>> rows(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    /** The columns of a table. */
    static List<String> header(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String first = lines.readLine();
            return first == null ? List.of() : List.of(first.split(",", -1));
        }
    }

    private static int endOfKept(byte[] bytes, long steps) {
        // Every byte is a character of its own here, so that places in the text are places in the file.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n') + 1;
        for (int next = text.indexOf('\n', end); next >= 0; next = text.indexOf('\n', end)) {
            String cell = text.substring(end, next).split(",", 2)[0];
            if (!cell.matches("[0-9]{1,18}") || Long.parseLong(cell) > steps) {
                return end;
            }
            end = next + 1;
        }
        return end;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(CsvLog::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    /** Names and numbers need no quotes; anything that would is refused here, so that every reader can split at commas. */
    private static String quoted(String cell) {
        if (cell.contains(",") || cell.contains("\"") || cell.contains("\n")) {
            throw new IllegalArgumentException("A cell must not hold a comma, a quote or a line break: " + cell);
        }
        return cell;
    }
}
