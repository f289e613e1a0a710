package dev.ganglion.agents.checkpoint;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
    @TempDir
    private Path directory;

    @Test
    void read_afterWrite_givesEveryValueBackToTheBit() {
        Checkpoint written = SampleCheckpoints.sample(7);
        Path file = directory.resolve("some/where/run.checkpoint");

        CheckpointFile.write(file, written);
        Checkpoint read = CheckpointFile.read(file);

        then(CheckpointCodec.encode(read)).isEqualTo(CheckpointCodec.encode(written));
        then(List.copyOf(read.values().keySet()))
                .isEqualTo(List.copyOf(written.values().keySet()));
        then(read.value("odd")).isEqualTo(written.value("odd"));
        then(read.progress().get(0).actions())
                .isEqualTo(written.progress().get(0).actions());
    }

    @Test
    void write_overAnother_leavesNoTemporaryFile() throws IOException {
        Path file = directory.resolve("run.checkpoint");
        CheckpointFile.write(file, SampleCheckpoints.sample(1));
        CheckpointFile.write(file, SampleCheckpoints.sample(2));

        then(CheckpointFile.read(file).update()).isEqualTo(2);
        try (var files = Files.list(directory)) {
            then(files).containsExactly(file);
        }
    }

    @Test
    void write_whereADirectoryIsAFile_refusesAndNamesTheFile() throws IOException {
        Path notADirectory = Files.writeString(directory.resolve("taken"), "text");

        thenThrownBy(() -> CheckpointFile.write(notADirectory.resolve("run.checkpoint"), SampleCheckpoints.sample(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("run.checkpoint");
        then(notADirectory).hasContent("text");
    }

    @Test
    void read_withAnyBitFlipped_refusesAndNamesTheFile() throws IOException {
        Path file = directory.resolve("run.checkpoint");
        byte[] whole = CheckpointCodec.encode(SampleCheckpoints.sample(3));
        for (int i = 0; i < whole.length; i++) {
            byte[] altered = whole.clone();
            altered[i] ^= (byte) (1 << (i % 8));
            Files.write(file, altered);

            thenThrownBy(() -> CheckpointFile.read(file))
                    .as("byte %d", i)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void read_tornAtAnyLength_refusesAndNamesTheFile() throws IOException {
        Path file = directory.resolve("run.checkpoint");
        byte[] whole = CheckpointCodec.encode(SampleCheckpoints.sample(3));
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            thenThrownBy(() -> CheckpointFile.read(file))
                    .as("length %d", length)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void read_withBytesAlteredUnderARightChecksum_refusesOrReadsButNeverFailsOtherwise() throws IOException {
        Path file = directory.resolve("run.checkpoint");
        byte[] whole = CheckpointCodec.encode(SampleCheckpoints.sample(3));
        for (int i = 0; i < whole.length - Integer.BYTES; i++) {
            byte[] altered = whole.clone();
            altered[i] = (byte) 0xff;
            Files.write(file, withChecksum(altered));
            try {
                then(CheckpointFile.read(file)).isNotNull();
            } catch (InvalidInputException e) {
                then(e).as("byte %d", i).hasMessageContaining(file.toString());
            }
        }
    }

    @Test
    void read_ofANewerFormat_saysSo() throws IOException {
        byte[] newer = CheckpointCodec.encode(SampleCheckpoints.sample(3));
        ByteBuffer.wrap(newer).putInt(8, CheckpointCodec.VERSION + 1);
        Path file = Files.write(directory.resolve("run.checkpoint"), withChecksum(newer));

        thenThrownBy(() -> CheckpointFile.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("format 2, of a newer Ganglion");
    }

    @Test
    void read_ofAForeignFile_saysSo() throws IOException {
        Path file = Files.writeString(directory.resolve("run.checkpoint"), "learning-rate: 0.001\n");

        thenThrownBy(() -> CheckpointFile.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not a Ganglion checkpoint");
    }

    @Test
    void read_ofAMissingFile_saysSo() {
        thenThrownBy(() -> CheckpointFile.read(directory.resolve("run.checkpoint")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("There is no checkpoint at ");
    }

    private static byte[] withChecksum(byte[] bytes) {
        int end = bytes.length - Integer.BYTES;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, end);
        ByteBuffer.wrap(bytes).putInt(end, (int) crc.getValue());
        return bytes;
    }
}
