package dev.ganglion.controllers.file;

import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.yaml.StrictYaml;
import java.nio.file.Path;

/**
 * A circuit as a YAML file. What is written is read back as the same circuit; the same circuit gives the same text.
 *
 * <p>The form is described in {@code docs/controllers/circuit.md}. Whatever is not of it is refused with file, line and
 * the nearest right answer.
 */
public final class CircuitFile {
    private CircuitFile() {}

    /**
     * Reads a file.
     *
     * @throws dev.ganglion.environments.options.InvalidInputException if it is missing or not a circuit
     */
    public static Circuit read(Path file) {
        return CircuitReader.circuit(StrictYaml.readTree(file));
    }

    /**
     * Reads a text.
     *
     * @param source what to call the text in messages
     * @throws dev.ganglion.environments.options.InvalidInputException if it is not a circuit
     */
    public static Circuit parse(String source, String text) {
        return CircuitReader.circuit(StrictYaml.parseTree(source, text));
    }

    /** The text of a circuit's file. */
    public static String format(Circuit circuit) {
        return new CircuitWriter(circuit).text();
    }
}
