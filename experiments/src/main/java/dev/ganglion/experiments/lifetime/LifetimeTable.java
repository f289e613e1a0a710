package dev.ganglion.experiments.lifetime;

import dev.ganglion.agents.evaluation.Life;
import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lives of a run as a table: a row for each window of each life, in CSV, so that it can be read back with all bits.
 *
 * <p>Its columns are {@code life} from 0, {@code window} from 1, {@code window_steps}, {@code return}, {@code
 * largest_weight} (empty where the life had ended, or for a controller without plastic weights), {@code steps} that the
 * life has lived, and {@code failed}.
 */
public final class LifetimeTable {
    private static final String HEADER = "life,window,window_steps,return,largest_weight,steps,failed";

    private LifetimeTable() {}

    /** The text of the table. */
    public static String text(RunLives run) {
        StringBuilder text = new StringBuilder(HEADER + "\n");
        for (int number = 0; number < run.lives().size(); number++) {
            Life life = run.lives().get(number);
            for (int window = 0; window < life.returns().size(); window++) {
                String weight = window < life.largestWeights().size()
                        ? life.largestWeights().get(window).toString()
                        : "";
                text.append(String.join(
                                ",",
                                Integer.toString(number),
                                Integer.toString(window + 1),
                                Integer.toString(life.window()),
                                life.returns().get(window).toString(),
                                weight,
                                Integer.toString(life.steps()),
                                Boolean.toString(life.hasFailed())))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /**
     * Reads a table.
     *
     * @throws InvalidInputException if it is missing or no such table
     */
    public static RunLives read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), e);
        }
        try {
            return of(lines);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InvalidInputException(file + " is no table of lives: " + e.getMessage(), e);
        }
    }

    private static RunLives of(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("its first line is not " + HEADER);
        }
        List<Life> lives = new ArrayList<>();
        List<Double> returns = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            returns.add(Double.parseDouble(cells[3]));
            if (!cells[4].isEmpty()) {
                weights.add(Double.parseDouble(cells[4]));
            }
            boolean isLast = i + 1 == lines.size() || !lines.get(i + 1).startsWith(cells[0] + ",");
            if (isLast) {
                lives.add(new Life(
                        Integer.parseInt(cells[2]),
                        returns,
                        weights,
                        Integer.parseInt(cells[5]),
                        Boolean.parseBoolean(cells[6])));
                returns.clear();
                weights.clear();
            }
        }
        return new RunLives(lives);
    }
}
