package dev.ganglion.environments.render;

import java.util.ArrayList;
import java.util.List;

/** Keeps as many moments of an episode as a film needs. */
public final class FilmRecorder {
    /** Time between two frames that looks smooth and keeps files small, in seconds. */
    private static final double FRAME_PERIOD = 0.06;

    private final double controlPeriodSeconds;
    private final int stride;
    private final List<Frame> frames = new ArrayList<>();
    private int steps;
    private double episodeReturn;

    /**
     * Before an episode.
     *
     * @param controlPeriodSeconds simulated time of one step, in seconds
     */
    public FilmRecorder(double controlPeriodSeconds) {
        this.controlPeriodSeconds = controlPeriodSeconds;
        stride = (int) Math.max(1, Math.round(FRAME_PERIOD / controlPeriodSeconds));
    }

    /** Keeps the scene after the reset, and forgets everything before it. */
    public void begin(Scene scene) {
        frames.clear();
        steps = 0;
        episodeReturn = 0;
        keep(scene);
    }

    /** Takes note of a step, and keeps the scene if it is time for another. */
    public void step(Scene scene, double reward) {
        steps++;
        episodeReturn += reward;
        if (steps % stride == 0) {
            keep(scene);
        }
    }

    private void keep(Scene scene) {
        frames.add(new Frame(scene, steps * controlPeriodSeconds, episodeReturn));
    }

    /**
     * The film of the episode so far, in the usual size.
     *
     * @throws IllegalStateException if no episode has begun
     */
    public Film film(String title) {
        if (frames.isEmpty()) {
            throw new IllegalStateException("There is nothing to show before an episode has begun");
        }
        return new Film(title, frames, Film.WIDTH, Film.HEIGHT);
    }
}
