package dev.ganglion.experiments.run;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the parameters came from that a run began with, as it stands in {@code origin.json}.
 *
 * @param run directory of the run that learned them, as seen from that of this run
 * @param environment canonical name of the environment in which it learned them
 * @param seed its seed
 * @param steps environment steps it had taken
 * @param parameters number of trainable values of the controller on the new body
 * @param carried how many of them carried over
 * @param misfits what did not, a clause each
 */
public record Origin(
        String run, String environment, long seed, long steps, int parameters, int carried, List<String> misfits) {
    /** Copies the list. */
    public Origin {
        misfits = List.copyOf(misfits);
    }

    /** Writes it down. */
    public void write(Path file) {
        WholeFile.write(file, JsonRecords.MAPPER.writeValueAsString(this) + "\n");
    }
}
