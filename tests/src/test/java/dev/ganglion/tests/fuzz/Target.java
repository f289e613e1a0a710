package dev.ganglion.tests.fuzz;

import dev.ganglion.agents.Learners;
import dev.ganglion.agents.checkpoint.CheckpointFile;
import dev.ganglion.agents.checkpoint.CheckpointStore;
import dev.ganglion.connectome.imports.ConnectomeImport;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.picture.LearningCurve;
import dev.ganglion.experiments.run.FailureDump;
import dev.ganglion.experiments.run.RunDirectory;
import dev.ganglion.experiments.run.Summary;
import dev.ganglion.experiments.study.StudyReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;

/** A kind of file, and what reads it. */
enum Target {
    /** Settings that a user wrote, or a run left. */
    CONFIG {
        @Override
        void attack(Path folder, Damage damage) throws IOException {
            Path file = folder.resolve("config.yaml");
            byte[] bytes = damage.toOneOf(Samples.settings());
            Files.write(file, bytes);
            // What a user writes does not say which version it is of, as what a run leaves does.
            boolean isOfARun = new String(bytes, StandardCharsets.UTF_8).contains("ganglion:");
            if (isOfARun && damage.random().nextBoolean()) {
                RunConfig.read(file);
            } else {
                RunConfig.resolve(RunConfig.readSettings(file))
                        .plan()
                        .environment()
                        .create();
            }
        }
    },
    /** A study file, every controller bound to every body. */
    STUDY {
        @Override
        void attack(Path folder, Damage damage) throws IOException {
            Path file = folder.resolve("study.yaml");
            Files.write(file, damage.toOneOf(Samples.studies()));
            StudyReader.read(file);
        }
    },
    /** A circuit of one's own, bound to a body. */
    CIRCUIT {
        @Override
        void attack(Path folder, Damage damage) throws IOException {
            Path file = folder.resolve("circuit.yaml");
            Files.write(file, damage.toOneOf(Samples.circuits()));
            Controllers.parse("circuit:file=" + file)
                    .bind(Environments.parse("swimmer/swim:joints=3").create().spec());
        }
    },
    /** A name with options on the command line. */
    SELECTOR {
        @Override
        void attack(Path folder, Damage damage) {
            int kind = damage.random().nextInt(SELECTOR_READERS.size());
            byte[] text = damage.to(Samples.selectors().get(kind));
            SELECTOR_READERS.get(kind).accept(new String(text, StandardCharsets.UTF_8));
        }
    },
    /** A connectome in four tables. */
    CONNECTOME {
        @Override
        void attack(Path folder, Damage damage) throws IOException {
            writeOneDamaged(Samples.connectome(), folder, damage);
            ConnectomeImport.read(folder);
        }
    },
    /** A connectome as a list of connections. */
    EDGE_LIST {
        @Override
        void attack(Path folder, Damage damage) throws IOException {
            Path file = folder.resolve("edges.csv");
            Files.write(file, damage.toOneOf(Samples.edgeLists()));
            ConnectomeImport.read(file);
        }
    },
    /** A connectome as GraphML. */
    GRAPHML {
        @Override
        void attack(Path folder, Damage damage) throws IOException {
            Path file = folder.resolve("graph.graphml");
            Files.write(file, damage.toOneOf(Samples.graphs()));
            ConnectomeImport.read(file);
        }
    },
    /** A checkpoint, half of the time with a checksum that fits what is wrong with it. */
    CHECKPOINT {
        @Override
        void attack(Path folder, Damage damage) throws IOException {
            byte[] bytes = damage.to(Samples.checkpoint(folder));
            if (damage.random().nextBoolean() && bytes.length >= Integer.BYTES) {
                int end = bytes.length - Integer.BYTES;
                CRC32C checksum = new CRC32C();
                checksum.update(bytes, 0, end);
                ByteBuffer.wrap(bytes).putInt(end, (int) checksum.getValue());
            }
            Path file = folder.resolve("latest.checkpoint");
            Files.write(file, bytes);
            if (damage.random().nextBoolean()) {
                CheckpointFile.read(file);
            } else {
                new CheckpointStore(folder).latest();
            }
        }
    },
    /** The tables and summaries that a run leaves, and the picture that is drawn of them. */
    RUN {
        @Override
        void attack(Path folder, Damage damage) throws IOException {
            String name = writeOneDamaged(Samples.run(), folder, damage);
            RunDirectory run = new RunDirectory(folder);
            switch (name) {
                case "summary.json" -> Summary.read(run.summary());
                case "failure.json" -> new FailureDump(folder).failure();
                case "metrics.csv" -> run.updateReturns();
                default ->
                    new LearningCurve(
                                    "title",
                                    "subtitle",
                                    run.trainingEpisodes(),
                                    6000,
                                    OptionalDouble.empty(),
                                    OptionalDouble.of(1))
                            .svg();
            }
        }
    };

    /** What reads each of {@link Samples#selectors}. */
    private static final List<Consumer<String>> SELECTOR_READERS = List.of(
            Selector::parse,
            text -> Environments.parse(text).create(),
            text -> Environments.parse(text).create(),
            Controllers::parse,
            Controllers::parse,
            Controllers::parse,
            Learners::parse);

    /**
     * Writes a file that is wrong, and reads it.
     *
     * @param folder an empty folder
     */
    abstract void attack(Path folder, Damage damage) throws IOException;

    private static String writeOneDamaged(Map<String, byte[]> files, Path folder, Damage damage) throws IOException {
        List<String> names = List.copyOf(files.keySet());
        String chosen = names.get(damage.random().nextInt(names.size()));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            boolean isChosen = file.getKey().equals(chosen);
            Files.write(folder.resolve(file.getKey()), isChosen ? damage.to(file.getValue()) : file.getValue());
        }
        return chosen;
    }

    /**
     * What is done to valid files.
     *
     * @param random decides it
     * @param isNone whether they are left as they are
     */
    record Damage(RandomGenerator random, boolean isNone) {
        byte[] to(byte[] valid) {
            return isNone ? valid.clone() : Mutations.of(valid, random);
        }

        byte[] toOneOf(List<byte[]> samples) {
            return to(samples.get(random.nextInt(samples.size())));
        }
    }
}
