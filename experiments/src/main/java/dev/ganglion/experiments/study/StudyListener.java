package dev.ganglion.experiments.study;

import dev.ganglion.experiments.run.Summary;
import java.util.List;

/** Is told how a study gets on. Calls come on several threads, one at a time. */
public interface StudyListener {
    /** A cell begins, for the first or the second time. */
    void begins(Cell cell, int attempt);

    /** A cell has come so far. */
    void comes(Cell cell, long steps);

    /** A cell is through. */
    void finishes(Cell cell, Summary summary);

    /** A cell failed; with the last lines that it wrote. */
    void fails(Cell cell, int attempt, List<String> tail);
}
