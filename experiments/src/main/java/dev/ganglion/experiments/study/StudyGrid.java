package dev.ganglion.experiments.study;

import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.transfer.Fit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All runs of a study: each arm in each of its environments, from each seed, and what is moved from there.
 *
 * @param cells in the order in which they are begun
 * @param misfits transfers that cannot be made, since the controller does not fit the other body
 */
public record StudyGrid(List<Cell> cells, List<Misfit> misfits) {
    /** Copies the lists. */
    public StudyGrid {
        cells = List.copyOf(cells);
        misfits = List.copyOf(misfits);
    }

    /**
     * A transfer that cannot be made.
     *
     * @param arm name of the arm
     * @param source environment where it was trained
     * @param target environment that it does not fit
     * @param reason what does not fit
     */
    public record Misfit(String arm, String source, String target, String reason) {}

    /** Lays out the runs. */
    public static StudyGrid of(Study study) {
        return of(study, true);
    }

    /** The cell of that name, if the study has it; whether its controller fits was found out when the study began. */
    static Optional<Cell> find(Study study, String id) {
        return of(study, false).cells.stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst();
    }

    private static StudyGrid of(Study study, boolean findsMisfits) {
        Layout layout = new Layout(study, findsMisfits);
        for (long seed : study.seeds()) {
            for (Study.Place place : study.environments()) {
                for (Arm arm : study.arms()) {
                    if (arm.environments().contains(place.name())) {
                        layout.trained(arm, place, seed);
                    }
                }
            }
        }
        study.transfer().ifPresent(layout::transfers);
        return new StudyGrid(layout.cells, layout.misfits);
    }

    /** Cells being laid out. */
    private static final class Layout {
        private final Study study;
        private final boolean findsMisfits;
        private final List<Cell> cells = new ArrayList<>();
        private final List<Misfit> misfits = new ArrayList<>();
        private final Map<List<Object>, RunConfig> configs = new LinkedHashMap<>();
        private final Map<List<String>, Optional<String>> obstacles = new LinkedHashMap<>();

        Layout(Study study, boolean findsMisfits) {
            this.study = study;
            this.findsMisfits = findsMisfits;
        }

        void trained(Arm arm, Study.Place place, long seed) {
            for (long draw : arm.draws().from(seed)) {
                cells.add(untrained(Cell.Kind.TRAINED, arm, place, draw, seed, arm.steps()));
            }
        }

        private Cell untrained(Cell.Kind kind, Arm arm, Study.Place place, long draw, long seed, long steps) {
            RunConfig config = config(arm, place.environment(), draw, steps);
            boolean isFilmed = kind == Cell.Kind.TRAINED
                    && seed == study.seeds().get(0)
                    && draw == arm.draws().from(seed).get(0);
            return new Cell(
                    kind,
                    arm.name(),
                    place.name(),
                    draw,
                    config.withSeed(seed),
                    Optional.empty(),
                    kind == Cell.Kind.TRAINED ? study.lifetime() : Optional.empty(),
                    isFilmed,
                    Cell.digest(text(config)));
        }

        void transfers(Study.Transfer transfer) {
            for (Cell source : List.copyOf(cells)) {
                Arm arm = study.arm(source.arm());
                for (Study.Place target : transfer.places()) {
                    if (!target.environment()
                            .name()
                            .equals(source.config().plan().environment().name())) {
                        transfer(transfer, arm, source, target);
                    }
                }
            }
            if (transfer.steps() > 0) {
                scratch(transfer);
            }
        }

        private void transfer(Study.Transfer transfer, Arm arm, Cell source, Study.Place target) {
            RunConfig config = config(arm, target.environment(), source.draw(), transfer.steps());
            Optional<String> obstacle = findsMisfits
                    ? obstacles.computeIfAbsent(
                            List.of(arm.name(), source.environment(), target.name()),
                            key -> obstacle(transfer, config, source, target))
                    : Optional.empty();
            if (obstacle.isPresent()) {
                Misfit misfit = new Misfit(arm.name(), source.environment(), target.name(), obstacle.get());
                if (!misfits.contains(misfit)) {
                    misfits.add(misfit);
                }
                return;
            }
            cells.add(new Cell(
                    Cell.Kind.TRANSFERRED,
                    arm.name(),
                    target.name(),
                    source.draw(),
                    config.withSeed(source.seed()),
                    Optional.of(source),
                    Optional.empty(),
                    false,
                    Cell.digest(text(config) + source.digest() + transfer.isPartial())));
        }

        /** Why a controller cannot be moved, if it cannot. */
        private static Optional<String> obstacle(
                Study.Transfer transfer, RunConfig config, Cell source, Study.Place target) {
            try {
                List<String> reasons = Fit.misfits(
                        config.plan().controller(),
                        source.config().plan().environment().create().spec(),
                        target.environment().create().spec());
                return reasons.isEmpty() || transfer.isPartial()
                        ? Optional.empty()
                        : Optional.of(String.join("; ", reasons));
            } catch (InvalidInputException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }

        /** Every arm is trained from scratch wherever one of its policies arrives, from the same seeds. */
        private void scratch(Study.Transfer transfer) {
            for (long seed : study.seeds()) {
                for (Study.Place target : transfer.places()) {
                    for (Arm arm : study.arms()) {
                        for (long draw : arm.draws().from(seed)) {
                            if (arrives(arm, target, draw, seed)) {
                                cells.add(untrained(Cell.Kind.SCRATCH, arm, target, draw, seed, transfer.steps()));
                            }
                        }
                    }
                }
            }
        }

        private boolean arrives(Arm arm, Study.Place target, long draw, long seed) {
            return cells.stream()
                    .anyMatch(cell -> cell.kind() == Cell.Kind.TRANSFERRED
                            && cell.arm().equals(arm.name())
                            && cell.environment().equals(target.name())
                            && cell.draw() == draw
                            && cell.seed() == seed);
        }

        private RunConfig config(Arm arm, EnvironmentChoice environment, long draw, long steps) {
            return configs.computeIfAbsent(
                    List.of(arm.name(), environment.name(), draw, steps), key -> arm.config(environment, draw, steps));
        }

        /**
         * All that decides a run but for its seed, threads and version of Ganglion. Names are canonical: an option that a
         * later version adds does not change them, as long as it has its default.
         */
        private String text(RunConfig config) {
            TrainingPlan plan = config.plan();
            int version = plan.environment().create().spec().version();
            return String.join(
                    "\n",
                    plan.environment().name() + " version " + version,
                    plan.controller().name(),
                    plan.learner().name(),
                    plan.steps() + " steps in " + plan.environments(),
                    study.episodes() + " episodes of seed " + study.evaluationSeed());
        }
    }
}
