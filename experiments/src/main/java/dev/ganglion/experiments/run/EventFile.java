package dev.ganglion.experiments.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Scalars over steps in the form that TensorBoard reads.
 *
 * <p>The file is a row of records: the payload's length (8 bytes, little-endian), the masked CRC-32C of the length, the
 * payload, the masked CRC-32C of the payload (TensorFlow, {@code core/lib/io/record_writer.h}). A payload is the
 * protocol buffer {@code Event} ({@code core/util/event.proto}), of which four fields are used: {@code wall_time = 1},
 * {@code step = 2}, {@code file_version = 3}, {@code summary = 5}. They are few enough to be written here, without the
 * generated classes, which would have to be loaded first.
 */
final class EventFile implements AutoCloseable {
    private static final int LENGTH_AND_CHECKSUM = 12;
    private static final int CHECKSUM = 4;
    private static final int MASK_DELTA = 0xa282ead8;

    private final Path file;
    private final FileChannel channel;
    private final InstantSource clock;

    private EventFile(Path file, FileChannel channel, InstantSource clock) {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Opens a file for more events, and makes it if there is none.
     *
     * @param keep events of later steps than this are dropped, and with them a record torn by a crash
     * @param clock gives each event the time of day that TensorBoard shows
     */
    static EventFile open(Path file, long keep, InstantSource clock) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(endOfKept(ByteBuffer.wrap(Files.readAllBytes(file)), keep));
            channel.position(channel.size());
            EventFile events = new EventFile(file, channel, clock);
            if (channel.size() == 0) {
                events.append(0, "brain.Event:2");
            }
            return events;
        } catch (IOException e) {
            throw WholeFile.cannotWrite(file, e);
        }
    }

    /** Adds the scalars of a step, by tag. */
    void append(long step, Map<String, Double> scalars) {
        Message summary = new Message();
        scalars.forEach(
                (tag, value) -> summary.message(1, new Message().text(1, tag).float32(2, value.floatValue())));
        append(event(step).message(5, summary));
    }

    private void append(long step, String fileVersion) {
        append(event(step).text(3, fileVersion));
    }

    private Message event(long step) {
        return new Message().float64(1, clock.millis() / 1000.0).varint(2, step);
    }

    private void append(Message event) {
        byte[] payload = event.bytes();
        byte[] length = little(Long.BYTES).putLong(payload.length).array();
        ByteBuffer record = little(LENGTH_AND_CHECKSUM + payload.length + CHECKSUM)
                .put(length)
                .putInt(maskedChecksum(length))
                .put(payload)
                .putInt(maskedChecksum(payload))
                .flip();
        try {
            while (record.hasRemaining()) {
                channel.write(record);
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

    /** CRC-32C, rotated and shifted so that checksums of texts that hold checksums stay good ones. */
    static int maskedChecksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
    }

    private static int endOfKept(ByteBuffer bytes, long keep) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= LENGTH_AND_CHECKSUM + CHECKSUM) {
            int start = bytes.position();
            byte[] head = new byte[Long.BYTES];
            bytes.get(head);
            long length = bytes.getLong(start);
            if (bytes.getInt() != maskedChecksum(head) || length < 0 || length > bytes.remaining() - (long) CHECKSUM) {
                return start;
            }
            byte[] payload = new byte[(int) length];
            bytes.get(payload);
            if (bytes.getInt() != maskedChecksum(payload) || stepOf(payload) > keep) {
                return start;
            }
        }
        return bytes.position();
    }

    /** The step of an event written by this class, whose first field is the time (9 bytes) and second the step. */
    private static long stepOf(byte[] payload) {
        long step = 0;
        int shift = 0;
        for (int i = 10; i < payload.length; i++, shift += 7) {
            step |= (payload[i] & 0x7fL) << shift;
            if (payload[i] >= 0) {
                break;
            }
        }
        return step;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A protocol buffer being written: each field is a key, the field's number and wire type, and its value. */
    private static final class Message {
        private static final int VARINT = 0;
        private static final int FIXED_64 = 1;
        private static final int LENGTH_DELIMITED = 2;
        private static final int FIXED_32 = 5;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message varint(int field, long value) {
            raw(((long) field << 3) | VARINT);
            raw(value);
            return this;
        }

        Message float64(int field, double value) {
            raw(((long) field << 3) | FIXED_64);
            out.writeBytes(little(Double.BYTES).putDouble(value).array());
            return this;
        }

        Message float32(int field, float value) {
            raw(((long) field << 3) | FIXED_32);
            out.writeBytes(little(Float.BYTES).putFloat(value).array());
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes());
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private Message bytes(int field, byte[] value) {
            raw(((long) field << 3) | LENGTH_DELIMITED);
            raw(value.length);
            out.writeBytes(value);
            return this;
        }

        private void raw(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                out.write((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
