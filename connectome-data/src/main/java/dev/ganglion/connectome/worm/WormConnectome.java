package dev.ganglion.connectome.worm;

import dev.ganglion.connectome.Cell;
import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.format.ConnectomeFolder;
import dev.ganglion.connectome.format.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The nervous system of the Caenorhabditis elegans hermaphrodite, as it comes with the project.
 *
 * <p>Neurons, muscles and connections with the source of every column are in the table's {@code provenance.csv};
 * connections are those of Cook et al. 2019. {@link WormTables} makes the table from published files.
 */
public final class WormConnectome {
    /** What {@link #hermaphrodite()} is called. */
    public static final String NAME = "C. elegans hermaphrodite";

    /** The classes of the ventral cord's motor neurons: 75 cells. */
    public static final List<String> MOTOR_CLASSES = List.of("DA", "DB", "DD", "VA", "VB", "VD", "AS", "VC");

    /** The command interneurons: AVA, AVD and AVE for backward, AVB and PVC for forward movement; 10 cells. */
    public static final List<String> COMMAND_CLASSES = List.of("AVA", "AVB", "AVD", "AVE", "PVC");

    private WormConnectome() {}

    private static final class Shipped {
        static final Connectome CONNECTOME = ConnectomeFolder.parse(texts(), NAME);

        private static Map<String, SourceText> texts() {
            Map<String, SourceText> texts = new LinkedHashMap<>();
            for (String file : ConnectomeFolder.FILES) {
                texts.put(file, new SourceText(file, resource("c-elegans-hermaphrodite/" + file)));
            }
            return texts;
        }

        private static String resource(String path) {
            try (InputStream stream = Objects.requireNonNull(WormConnectome.class.getResourceAsStream(path), path)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The whole table: 302 neurons, 95 body-wall muscles and their connections. */
    public static Connectome hermaphrodite() {
        return Shipped.CONNECTOME;
    }

    /** The locomotion circuit: 75 motor neurons, 10 command interneurons, 95 muscles and the connections among them. */
    public static Connectome locomotion() {
        return locomotionOf(hermaphrodite()).named("C. elegans locomotion circuit");
    }

    /** The part of a connectome that is of these classes, or muscle, with the connections among them. */
    public static Connectome locomotionOf(Connectome worm) {
        Set<String> classes = Set.copyOf(
                Stream.concat(MOTOR_CLASSES.stream(), COMMAND_CLASSES.stream()).toList());
        return worm.restrictedTo(cell -> isIn(cell, classes));
    }

    private static boolean isIn(Cell cell, Set<String> classes) {
        if (cell instanceof Neuron neuron) {
            return classes.contains(neuron.cellClass());
        }
        return cell instanceof Muscle;
    }
}
