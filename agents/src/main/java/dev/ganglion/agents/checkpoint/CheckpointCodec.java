package dev.ganglion.agents.checkpoint;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.environments.stream.EpisodeProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A checkpoint as bytes.
 *
 * <p>Big-endian: the eight bytes {@code GANGLION}, the format's version (int), the payload, and the CRC-32C of all
 * bytes before it (int). Every version of the format begins and ends like this, so that a damaged file is told from a
 * newer one. The payload holds the checkpoint's components in their order; texts are in modified UTF-8 with a length
 * of two bytes, lists and vectors follow a count of four bytes.
 */
final class CheckpointCodec {
    /** The newest format, which is written. */
    static final int VERSION = 1;

    private static final byte[] MAGIC = {'G', 'A', 'N', 'G', 'L', 'I', 'O', 'N'};
    private static final int HEADER = MAGIC.length + Integer.BYTES;
    private static final int SMALLEST = HEADER + Integer.BYTES;

    private CheckpointCodec() {}

    static byte[] encode(Checkpoint checkpoint) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeInt(VERSION);
            writePayload(out, checkpoint);
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail to be written", e);
        }
    }

    /**
     * The checkpoint that the bytes hold.
     *
     * @throws Damage if they hold none; its message completes the sentence "FILE is …"
     */
    static Checkpoint decode(byte[] bytes) throws Damage {
        for (int i = 0; i < Math.min(MAGIC.length, bytes.length); i++) {
            if (bytes[i] != MAGIC[i]) {
                throw new Damage("not a Ganglion checkpoint: it begins with other bytes");
            }
        }
        if (bytes.length < SMALLEST) {
            throw new Damage("not a whole checkpoint: it ends after " + bytes.length + " bytes");
        }
        int end = bytes.length - Integer.BYTES;
        if (checksum(bytes, end) != ByteBuffer.wrap(bytes).getInt(end)) {
            throw new Damage("torn or altered: the checksum over its " + bytes.length + " bytes does not match");
        }
        int version = ByteBuffer.wrap(bytes).getInt(MAGIC.length);
        if (version != VERSION) {
            throw new Damage(
                    "in checkpoint format " + version + ", of a newer Ganglion; this one reads format " + VERSION);
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, HEADER, end - HEADER))) {
            Checkpoint checkpoint = readPayload(in);
            if (in.available() > 0) {
                throw new Damage("altered: " + in.available() + " bytes follow its last entry");
            }
            return checkpoint;
        } catch (EOFException e) {
            throw new Damage("altered: an entry reaches beyond its end");
        } catch (IOException e) {
            throw new Damage("altered: " + e.getMessage());
        }
    }

    private static void writePayload(DataOutputStream out, Checkpoint checkpoint) throws IOException {
        out.writeUTF(checkpoint.environment());
        out.writeInt(checkpoint.environmentVersion());
        out.writeUTF(checkpoint.controller());
        out.writeUTF(checkpoint.learner());
        out.writeLong(checkpoint.seed());
        out.writeLong(checkpoint.update());
        out.writeLong(checkpoint.steps());
        out.writeInt(checkpoint.values().size());
        for (Map.Entry<String, double[]> value : checkpoint.values().entrySet()) {
            out.writeUTF(value.getKey());
            out.writeInt(value.getValue().length);
            ByteBuffer vector = ByteBuffer.allocate(value.getValue().length * Double.BYTES);
            vector.asDoubleBuffer().put(value.getValue());
            out.write(vector.array());
        }
        out.writeInt(checkpoint.progress().size());
        for (EpisodeProgress progress : checkpoint.progress()) {
            out.writeLong(progress.episode());
            out.writeLong(progress.seed());
            out.writeInt(progress.actions().length);
            ByteBuffer actions = ByteBuffer.allocate(progress.actions().length * Float.BYTES);
            actions.asFloatBuffer().put(progress.actions());
            out.write(actions.array());
        }
    }

    private static Checkpoint readPayload(DataInputStream in) throws IOException, Damage {
        String environment = in.readUTF();
        int environmentVersion = in.readInt();
        String controller = in.readUTF();
        String learner = in.readUTF();
        long seed = in.readLong();
        long update = in.readLong();
        long steps = in.readLong();
        Map<String, double[]> values = new LinkedHashMap<>();
        int valueCount = count(in, Short.BYTES + Integer.BYTES);
        for (int i = 0; i < valueCount; i++) {
            String name = in.readUTF();
            double[] vector = new double[count(in, Double.BYTES)];
            ByteBuffer.wrap(in.readNBytes(vector.length * Double.BYTES))
                    .asDoubleBuffer()
                    .get(vector);
            if (values.put(name, vector) != null) {
                throw new Damage("altered: it holds '" + name + "' twice");
            }
        }
        List<EpisodeProgress> progress = new ArrayList<>();
        int progressCount = count(in, 2 * Long.BYTES + Integer.BYTES);
        for (int i = 0; i < progressCount; i++) {
            long episode = in.readLong();
            long episodeSeed = in.readLong();
            float[] actions = new float[count(in, Float.BYTES)];
            ByteBuffer.wrap(in.readNBytes(actions.length * Float.BYTES))
                    .asFloatBuffer()
                    .get(actions);
            progress.add(new EpisodeProgress(episode, episodeSeed, actions));
        }
        return new Checkpoint(
                environment, environmentVersion, controller, learner, seed, update, steps, values, progress);
    }

    /** A count that the bytes that are left can hold, so that an altered one asks for no memory. */
    private static int count(DataInputStream in, int smallestEntry) throws IOException, Damage {
        int count = in.readInt();
        if (count < 0 || count > in.available() / smallestEntry) {
            throw new Damage("altered: a count of " + count + " reaches beyond its end");
        }
        return count;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /** Says what is wrong with the bytes of a checkpoint. */
    static final class Damage extends Exception {
        private static final long serialVersionUID = 1L;

        Damage(String message) {
            super(message);
        }
    }
}
