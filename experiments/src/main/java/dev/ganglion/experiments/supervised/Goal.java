package dev.ganglion.experiments.supervised;

/** What is learned, hence what the loss and the score are. */
public enum Goal {
    /** One class out of several: cross-entropy is the loss, the share of right answers ({@code accuracy}) the score. */
    CLASS("accuracy"),
    /**
     * Values: the mean squared error is the loss; the score is the root relative squared error ({@code rrse}), the
     * error's root mean square over that of always answering the mean, 0 at best.
     */
    VALUE("rrse");

    private final String score;

    Goal(String score) {
        this.score = score;
    }

    /** Name of the score. */
    public String score() {
        return score;
    }
}
