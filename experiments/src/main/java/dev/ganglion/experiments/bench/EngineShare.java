package dev.ganglion.experiments.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * The share of a thread's time that is spent inside the physics engine, from samples of its stack that Java's flight
 * recorder takes; nothing is measured inside the environments themselves, which therefore run as ever.
 */
final class EngineShare {
    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final String ENGINE = "org.jbox2d.";

    private EngineShare() {}

    /**
     * Works for a while on the caller's thread.
     *
     * @param work takes the number of its call
     * @return the share from 0 to 1, or NaN if there was no sample; with n samples its standard error is at most 1/(2√n)
     */
    static double of(LongUnaryOperator work, double seconds) {
        try (Recording recording = new Recording()) {
            recording.enable(SAMPLE).withPeriod(PERIOD);
            recording.start();
            Stopwatch watch = new Stopwatch();
            long steps = 0;
            for (long round = 0; watch.seconds() < seconds; round++) {
                steps += work.applyAsLong(round);
            }
            recording.stop();
            return steps == 0 ? Double.NaN : share(recording);
        } catch (IOException e) {
            throw new UncheckedIOException("A flight recording could not be kept in the folder for temporary files", e);
        }
    }

    private static double share(Recording recording) throws IOException {
        Path file = Files.createTempFile("ganglion-bench", ".jfr");
        try {
            recording.dump(file);
            long thread = Thread.currentThread().getId();
            List<RecordedEvent> samples = RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(SAMPLE))
                    .filter(event -> event.getThread("sampledThread").getJavaThreadId() == thread)
                    .toList();
            return samples.stream().filter(EngineShare::isInside).count() / (double) samples.size();
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isInside(RecordedEvent sample) {
        return sample.getStackTrace() != null
                && sample.getStackTrace().getFrames().stream()
                        .anyMatch(frame -> frame.getMethod().getType().getName().startsWith(ENGINE));
    }
}
