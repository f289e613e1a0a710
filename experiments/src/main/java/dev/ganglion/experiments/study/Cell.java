package dev.ganglion.experiments.study;

import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.lifetime.LifetimeProtocol;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One run of a study: an arm in an environment from a seed.
 *
 * @param kind how it begins
 * @param arm name of its arm
 * @param environment name of its environment in the study
 * @param draw number of the draw of its wiring, 0 for none
 * @param config its configuration
 * @param origin the cell whose policy it begins with, of a transferred one
 * @param lifetime how its lives are watched after training, if they are
 * @param isFilmed whether an episode is filmed
 * @param digest eight hexadecimal digits that differ where anything differs that decides the run, but for its seed
 */
public record Cell(
        Kind kind,
        String arm,
        String environment,
        long draw,
        RunConfig config,
        Optional<Cell> origin,
        Optional<LifetimeProtocol> lifetime,
        boolean isFilmed,
        String digest) {
    private static final int DIGITS = 8;

    /** How a run begins. */
    public enum Kind {
        /** Untrained. */
        TRAINED,
        /** With what another cell has learned elsewhere. */
        TRANSFERRED,
        /** Untrained, with the budget of a transferred one, to be compared with it. */
        SCRATCH
    }

    /** Its name among the study's cells, such as {@code ncap/swim/seed-3}. */
    public String id() {
        return arm + "/" + place() + "/" + last();
    }

    /** Seed of the run. */
    public long seed() {
        return config.plan().seed();
    }

    /** Name of the environment where its policy comes from: its own, unless it was transferred. */
    public String source() {
        return origin.isPresent() ? origin.get().environment : environment;
    }

    /**
     * Its run directory. The digest is part of the path: when a study file changes, the runs of what it said before stay
     * where they are.
     *
     * @param study directory of the study
     */
    public Path directory(Path study) {
        return study.resolve("cells")
                .resolve(arm)
                .resolve(place() + "-" + digest)
                .resolve(last());
    }

    /**
     * The table of its lives, if they are watched. Its name says how: where a study file asks for other lives, these are
     * watched and nothing is trained anew.
     *
     * @param study directory of the study
     */
    public Optional<Path> lives(Path study) {
        return lifetime.map(protocol -> directory(study)
                .resolve("lives-" + protocol.windows() + "x" + protocol.lives() + "-seed-" + protocol.seed() + ".csv"));
    }

    private String place() {
        return switch (kind) {
            case TRAINED -> environment;
            case TRANSFERRED -> source() + "-to-" + environment;
            case SCRATCH -> "scratch-" + environment;
        };
    }

    private String last() {
        return "seed-" + seed() + (draw == 0 ? "" : "-draw-" + draw);
    }

    /** Digest of a text that says all that decides a run. */
    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
