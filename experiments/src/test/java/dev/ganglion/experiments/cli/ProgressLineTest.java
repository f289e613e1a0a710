package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.stream.StepBatch;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint("e", 1, "c", "l", 1, 0, 0, Map.of(), List.of());

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long nanos;

    private ProgressLine line(OptionalInt columns, long total) {
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new ProgressLine(new Terminal(stream, stream, columns), total, () -> nanos);
    }

    /** An update after so many steps and seconds, in which one episode ended. */
    private TrainingEvent.Updated update(long steps, double seconds, double episodeReturn) {
        nanos = (long) (seconds * 1e9);
        StepBatch.Ending ending =
                new StepBatch.Ending(0, 0, StepStatus.TRUNCATED, new float[0], episodeReturn, 1, 1, Map.of());
        return new TrainingEvent.Updated(steps, 1, Map.of(), List.of(ending), CHECKPOINT);
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void elsewhere_aLineForEveryTenth() {
        ProgressLine line = line(OptionalInt.empty(), 1000);
        line.show(new TrainingEvent.Started(0, CHECKPOINT, 4));
        for (int steps = 25; steps <= 1000; steps += 25) {
            line.show(update(steps, steps / 100.0, 500));
        }
        line.end();
        then(shown().lines()).hasSize(10);
        then(shown()).startsWith(" 10 %  100 steps  return 500.0  100 steps/s  9 s left\n");
        then(shown()).endsWith("100 %  1,000 steps  return 500.0  100 steps/s\n");
    }

    @Test
    void resumed_ratesCountOnlyWhatIsNew() {
        ProgressLine line = line(OptionalInt.empty(), 1000);
        line.show(new TrainingEvent.Started(500, CHECKPOINT, 4));
        line.show(update(750, 5, 500));
        then(shown()).isEqualTo(" 75 %  750 steps  return 500.0  50 steps/s  5 s left\n");
    }

    @Test
    void terminal_oneLineDrawnOverItself_fitsTheWidth() {
        ProgressLine line = line(OptionalInt.of(80), 1000);
        line.show(new TrainingEvent.Started(0, CHECKPOINT, 4));
        line.show(update(250, 1, 500));
        line.show(update(260, 1.01, 500));
        line.show(update(1000, 4, 510));
        line.end();
        String[] drawn = shown().split("\r", -1);
        then(drawn).hasSize(3);
        then(drawn[1]).startsWith("━").contains("╌").contains(" 25 %  250 steps");
        then(drawn[2]).doesNotContain("╌").contains("return 503.3").endsWith("\u001b[K\n");
        then(drawn[1].replace("\u001b[K", "")).hasSizeLessThan(80);
    }
}
