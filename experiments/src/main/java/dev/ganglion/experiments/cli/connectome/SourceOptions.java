package dev.ganglion.experiments.cli.connectome;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.format.Import;
import dev.ganglion.connectome.imports.ConnectomeImport;
import dev.ganglion.connectome.imports.Layout;
import dev.ganglion.connectome.worm.WormConnectome;
import dev.ganglion.environments.options.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say which connectome is meant. */
final class SourceOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "A connectome's file or folder (default: the worm that comes with Ganglion).")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description = "ganglion, edge-list, graphml, c-elegans-sources, cook-2019, white-1986, witvliet-2021,"
                    + " varshney-2011 or openworm (default: as the file shows).")
    private @Nullable String layout;

    @Option(
            names = "--circuit",
            paramLabel = "whole|locomotion",
            description = "All of it, or the cord's motor neurons, AVA, AVB, AVD, AVE, PVC and the muscles"
                    + " (default whole).")
    private String circuit = "whole";

    /** How much of a connectome is taken. */
    private enum Part {
        WHOLE,
        LOCOMOTION;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a file or folder is named. */
    boolean isGiven() {
        return !paths.isEmpty();
    }

    /** The connectome that is meant. */
    Connectome connectome() {
        return read().connectome();
    }

    /**
     * The connectome that is meant, with remarks on what was left out or assumed.
     *
     * @throws InvalidInputException if the arguments do not go together
     * @throws dev.ganglion.connectome.format.ConnectomeFormatException with every mistake in the files
     */
    Import read() {
        Part part = Words.one("--circuit", circuit, List.of(Part.values()), Part::word);
        if (paths.isEmpty()) {
            if (layout != null) {
                throw new InvalidInputException("--layout says how a file is laid out; name the file too");
            }
            Connectome worm = part == Part.WHOLE ? WormConnectome.hermaphrodite() : WormConnectome.locomotion();
            return new Import(worm, List.of());
        }
        Import read = layout == null && paths.size() == 1
                ? ConnectomeImport.read(paths.get(0))
                : ConnectomeImport.read(paths, layoutOfAll());
        return part == Part.WHOLE ? read : new Import(locomotion(read.connectome()), read.remarks());
    }

    private Layout layoutOfAll() {
        Layout meant = layout == null
                ? paths.stream()
                        .flatMap(path -> Layout.detect(path).stream())
                        .findFirst()
                        .orElse(Layout.OPENWORM)
                : Words.one("--layout", layout, List.of(Layout.values()), Layout::id);
        if (paths.size() > 1 && meant != Layout.OPENWORM) {
            throw new InvalidInputException("The layout " + meant.id() + " is that of one path, not " + paths.size()
                    + "; only openworm takes two");
        }
        return meant;
    }

    private static Connectome locomotion(Connectome whole) {
        Connectome part = WormConnectome.locomotionOf(whole);
        if (part.neurons().isEmpty()) {
            throw new InvalidInputException(whole.name() + " has no neurons of the classes "
                    + String.join(
                            ", ",
                            Stream.concat(
                                            WormConnectome.MOTOR_CLASSES.stream(),
                                            WormConnectome.COMMAND_CLASSES.stream())
                                    .toList())
                    + "; leave out --circuit locomotion");
        }
        return part;
    }
}
