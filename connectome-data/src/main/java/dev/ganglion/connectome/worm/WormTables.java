package dev.ganglion.connectome.worm;

import dev.ganglion.connectome.CellIndex;
import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignRule;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.format.ConnectomeFormatException;
import dev.ganglion.connectome.format.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the project's table of the hermaphrodite from published files.
 *
 * <p>The files, all in one folder, are named in {@link SourceFiles}; docs/connectome/c-elegans.md says where they come
 * from. The same files give the same table, to the byte when it is written with
 * {@link dev.ganglion.connectome.format.ConnectomeFolder}.
 */
public final class WormTables {
    private WormTables() {}

    /** Whether a folder holds the published files. */
    public static boolean areIn(Path folder) {
        return Files.isRegularFile(folder.resolve(SourceFiles.CONNECTIONS));
    }

    /**
     * The table, from the published files.
     *
     * @throws ConnectomeFormatException with every mistake in the first file that has any, or with a line for each
     *     disagreement between files
     */
    public static Connectome build(Path folder) {
        List<Neuron> neurons = NeuronSources.read(folder);
        List<Muscle> muscles = WormCatalogue.bodyWallMuscles();
        Connectome cook = new PublishedTables(new WormCatalogue(neurons, muscles))
                .cook2019(folder.resolve(SourceFiles.CONNECTIONS))
                .connectome();
        Problems problems = new Problems();
        Map<List<String>, Sign> predicted = PredictedSigns.read(folder, cook, problems);
        problems.throwIfAny();
        Connectome whole =
                new Connectome(WormConnectome.NAME, neurons, muscles, cook.synapses(), WormProvenance.COLUMNS);
        CellIndex index = whole.index();
        return whole.withSynapses(cook.synapses().stream()
                .map(synapse -> withPrediction(synapse, predicted))
                .sorted(Comparator.comparing(Synapse::kind)
                        .thenComparing(synapse -> index.of(synapse.pre()))
                        .thenComparing(synapse -> index.of(synapse.post())))
                .toList());
    }

    private static Synapse withPrediction(Synapse synapse, Map<List<String>, Sign> predicted) {
        Sign sign = predicted.getOrDefault(List.of(synapse.pre(), synapse.post()), Sign.UNKNOWN);
        if (!synapse.isChemical() || sign == Sign.UNKNOWN) {
            return synapse;
        }
        Map<SignRule, Sign> signs = new EnumMap<>(SignRule.class);
        signs.putAll(synapse.signs());
        signs.put(SignRule.EXPRESSION, sign);
        return synapse.withSigns(signs);
    }
}
