package dev.ganglion.experiments.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.environments.random.RandomStreams;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;

class EventFileTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_500L));

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("events.out.tfevents.test");
    }

    private void write(long keep, long... steps) {
        try (EventFile events = EventFile.open(file, keep, CLOCK)) {
            for (long step : steps) {
                events.append(step, Map.of("losses/value", step / 2.0));
            }
        }
    }

    @Test
    void open_recordWhoseLengthHasAnotherChecksum_isDropped() throws IOException {
        write(0, 1, 2);
        byte[] bytes = Files.readAllBytes(file);
        write(1);
        int second = (int) Files.size(file);
        bytes[second + Long.BYTES] ^= 1;
        Files.write(file, bytes);
        write(2, 2);
        then(read()).extracting(Event::getStep).containsExactly(0L, 1L, 2L);
    }

    @Test
    void open_anythingThatWasDamaged_keepsWhatIsWhole() throws IOException {
        write(0, 1, 2, 3);
        byte[] whole = Files.readAllBytes(file);
        int cases = Integer.getInteger("ganglion.fuzz.cases", 500);
        for (int i = 0; i < cases; i++) {
            RandomGenerator random = RandomStreams.named(Long.getLong("ganglion.fuzz.seed", 1), "events/" + i);
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(2 * whole.length));
            for (int j = 0; j <= random.nextInt(4) && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            write(3);
            List<Event> events = read();
            then(events).as("case %d", i).isNotEmpty();
            then(events.get(0).getFileVersion()).as("case %d", i).isEqualTo("brain.Event:2");
        }
    }

    /** Reads the records as TensorFlow's record reader does, and their payloads with TensorFlow's own classes. */
    private List<Event> read() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Event> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] length = new byte[Long.BYTES];
            bytes.get(length);
            then(bytes.getInt()).isEqualTo(EventFile.maskedChecksum(length));
            byte[] payload = new byte
                    [Math.toIntExact(ByteBuffer.wrap(length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong())];
            bytes.get(payload);
            then(bytes.getInt()).isEqualTo(EventFile.maskedChecksum(payload));
            events.add(Event.parseFrom(payload));
        }
        return events;
    }

    private List<Long> steps() throws IOException {
        return read().stream().map(Event::getStep).toList();
    }

    @Test
    void maskedChecksum_isTensorFlows() {
        // CRC-32C of "123456789" is 0xE3069283 (RFC 3720, appendix B.4, has the polynomial); rotated right by 15 bits
        // it is 0x2507C60D, and plus 0xA282EAD8 that makes 0xC78AB0E5.
        then(EventFile.maskedChecksum("123456789".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(0xC78AB0E5);
    }

    @Test
    void append_readByTensorFlowsClasses_isWhatWasWritten() throws IOException {
        write(0, 1, 300, 5_000_000_000L);
        List<Event> events = read();
        then(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
        then(steps()).containsExactly(0L, 1L, 300L, 5_000_000_000L);
        then(events.get(2).getWallTime()).isEqualTo(1_700_000_000.5);
        then(events.get(2).getSummary().getValue(0).getTag()).isEqualTo("losses/value");
        then(events.get(2).getSummary().getValue(0).getSimpleValue()).isEqualTo(150f);
    }

    @Test
    void open_toGoOn_dropsLaterStepsAndKeepsTheRest() throws IOException {
        write(0, 100, 200, 300);
        write(200, 250);
        then(steps()).containsExactly(0L, 100L, 200L, 250L);
    }

    @Test
    void open_afterATornRecord_dropsIt() throws IOException {
        write(0, 100);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[] {42, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3}, StandardOpenOption.APPEND);
        write(100);
        then(file).hasBinaryContent(whole);
    }

    @Test
    void open_afterAnAlteredRecord_dropsItAndWhatFollows() throws IOException {
        write(0, 100, 200, 300);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        write(300);
        then(steps()).startsWith(0L).doesNotContain(300L);
    }
}
