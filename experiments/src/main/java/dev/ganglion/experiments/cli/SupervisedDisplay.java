package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.supervised.SupervisedEvent;
import dev.ganglion.experiments.supervised.SupervisedPlan;
import dev.ganglion.experiments.supervised.SupervisedStudy;
import java.util.Locale;

/** Shows how learning from examples gets on: each epoch on a terminal, each training's end elsewhere too. */
final class SupervisedDisplay {
    private final Terminal terminal;
    private final int trainings;
    private int ended;

    /**
     * A display that shows nothing yet.
     *
     * @param trainings number of trainings to come
     */
    SupervisedDisplay(Terminal terminal, int trainings) {
        this.terminal = terminal;
        this.trainings = trainings;
    }

    /** Shows what happened. */
    void show(SupervisedStudy.Happening happening) {
        SupervisedPlan plan = happening.plan();
        String score = plan.task().goal().score();
        String line = String.format(
                Locale.ROOT,
                "[%d/%d] %s, %s, seed %d: ",
                ended + 1,
                trainings,
                plan.task().name(),
                plan.controller().name(),
                plan.seed());
        if (happening.event() instanceof SupervisedEvent.Epoch epoch) {
            line += String.format(
                    Locale.ROOT,
                    "epoch %d of %d  loss %s  %s %s",
                    epoch.epoch(),
                    plan.epochs(),
                    Texts.number(epoch.loss()),
                    score,
                    Texts.number(epoch.score()));
            if (terminal.columns().isPresent()) {
                terminal.err().print("\r" + line + "\u001b[K");
                terminal.err().flush();
            }
        } else if (happening.event() instanceof SupervisedEvent.Finished end) {
            ended++;
            line += score + " " + Texts.number(end.score()) + " in " + Texts.duration(end.seconds());
            terminal.err().println(terminal.columns().isPresent() ? "\r" + line + "\u001b[K" : line);
        }
    }
}
