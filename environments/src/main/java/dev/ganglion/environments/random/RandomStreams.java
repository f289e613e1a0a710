package dev.ganglion.environments.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Independent random streams, each found by a seed and a name such as {@code run/env/3/reset/17}.
 *
 * <p>A stream depends on nothing but its seed and its name: neither on the order in which streams are asked for nor
 * on the thread that asks. So there is no generator state to save with a run.
 *
 * <p>The generator is L64X128MixRandom (Steele and Vigna, 2021, "LXM: better splittable pseudorandom number
 * generators"), seeded with SHA-256 of the seed and the name.
 */
public final class RandomStreams {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private RandomStreams() {}

    /** The stream of this name under this seed, from its beginning. */
    public static RandomGenerator named(long seed, String name) {
        return FACTORY.create(digest(seed, name));
    }

    /** A seed derived from another by name, for whoever takes a seed rather than a generator. */
    public static long seed(long seed, String name) {
        return ByteBuffer.wrap(digest(seed, name)).getLong();
    }

    private static byte[] digest(long seed, String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
