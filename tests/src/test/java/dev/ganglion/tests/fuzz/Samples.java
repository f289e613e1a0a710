package dev.ganglion.tests.fuzz;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.checkpoint.CheckpointFile;
import dev.ganglion.environments.stream.EpisodeProgress;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Valid files of every kind, from which hostile ones are made. */
final class Samples {
    private static final String SETTINGS = """
            preset: none
            environment: "swimmer/swim:joints=7,viscosity=0.01"
            controller:
              name: mlp
              options: {hidden: 64x64}
            learner: "ppo:rollout=2048,epochs=5"
            steps: 300k
            seed: 3
            environments: 16
            workers: 2
            """;

    private static final String STUDY = """
            study: everything
            question: Does a study file with everything in it read?
            environments:
              - {name: seeing, environment: swimmer/swim}
              - {name: "7", environment: "swimmer/swim:joints=7"}
            learner: ppo:rollout=2000,minibatch=500
            preset: none
            side-by-side: 16
            arms:
              - {name: dense, controller: "mlp:hidden=16x16", environments: [seeing]}
              - {name: worm, controller: ncap, steps: 50k}
            grid:
              controllers: [ncap]
              ablations: [intact, {name: uniform, options: init=uniform}, {name: free, options: signs=free}]
              learners: [ppo, "ppo:epochs=5"]
            seeds: [1, 2, 3]
            steps: 100k
            evaluation: {episodes: 5, seed: 2}
            thresholds: [800, 900]
            compare:
              - [dense, worm]
            transfer:
              to: [seeing, {name: "3", environment: "swimmer/swim:joints=3"}]
              steps: 32k
              partial: true
            """;

    private static final String CIRCUIT = """
            circuit: everything
            dynamics: {inner-steps: 4, control-period: 0.03}
            models:
              slow: {kind: ctrnn, time-constant: 0.05}
              learned: {kind: ctrnn, time-constant: {initial: {from: 0.01, to: 0.1}, learned: shared}}
            plasticity:
              tired: {kind: stp, limit: 1, normalised: "no"}
              fires: {kind: hebb}
            neurons:
              - {name: angle, model: {sensor: joint/0/angle, scale: unit, gain: 2, low: 0, high: 1}}
              - {name: clock, model: {oscillator: 60, from: 0, to: 30}}
              - {name: drive, model: {constant: 1}}
              - {name: left, class: inter, model: slow, position: 0.25, side: left}
              - {name: right, class: inter, model: learned, position: 0.5, side: right}
            weights:
              - {name: plus, sign: excitatory, initial: 1, learned: "no"}
              - {name: minus, sign: inhibitory, initial: {from: -1, to: -0.1}}
              - {name: fixed, sign: unknown, initial: {either-sign: 1}, kept: free}
            synapses:
              - {from: clock, to: left, weight: plus, gain: 0.5}
              - {from: left, to: right, weight: minus, plasticity: tired}
              - {from: right, to: left, weight: fixed, plasticity: fires}
              - {from: drive, to: right, weight: plus}
              - {from: angle, to: left, weight: minus}
            outputs:
              - {signal: joint/0/torque, terms: {left: 1, right: -1}}
              - {signal: joint/1/torque, terms: {right: 1}}
              - {signal: joint/2/torque, terms: {left: 0.5}}
            """;

    private static final String NEURONS = """
            name,class,side,role,transmitter,co_transmitters,position
            ASEL,ASE,left,sensory,glutamate,,0.1
            AVAL,AVA,left,interneuron,acetylcholine,gaba+serotonin,0.2
            DB1,DB,unpaired,motor,acetylcholine,,0.3
            """;

    private static final String MUSCLES = """
            name,quadrant,row,position
            MDL01,dorsal-left,1,
            MVR02,ventral-right,2,0.5
            """;

    private static final String CONNECTIONS = """
            pre,post,kind,weight,sign,sign_by_transmitter
            ASEL,AVAL,chemical,3,+,+
            AVAL,DB1,chemical,2.5,-,
            AVAL,ASEL,electrical,1,,
            DB1,MDL01,chemical,4,complex,
            """;

    private static final String PROVENANCE = """
            table,column,citation,link,licence,derivation
            neurons,name,"White 1986, ""The structure"" of it",https://doi.org/10.1098/rstb.1986.0056,,as printed
            """;

    private static final String EDGES = """
            pre,post,weight,kind,sign
            a,b,1.5,chemical,+
            b,c,2,electrical,
            c,a,3,,-
            """;

    private static final String GRAPHML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="t" for="node" attr.name="type" attr.type="string"/>
              <key id="q" for="node" attr.name="quadrant" attr.type="string"/>
              <key id="r" for="node" attr.name="row" attr.type="int"/>
              <key id="w" for="edge" attr.name="weight" attr.type="double"/>
              <key id="k" for="edge" attr.name="kind" attr.type="string"/>
              <graph edgedefault="directed">
                <node id="ASEL"><data key="t">neuron</data></node>
                <node id="DB1"/>
                <node id="MDL01"><data key="t">muscle</data><data key="q">dorsal-left</data><data key="r">1</data></node>
                <edge source="ASEL" target="DB1"><data key="w">3</data></edge>
                <edge source="DB1" target="ASEL" directed="false"><data key="w">1</data><data key="k">electrical</data></edge>
                <edge source="DB1" target="MDL01"><data key="w">2.5</data></edge>
              </graph>
            </graphml>
            """;

    private static final String METRICS = """
            steps,update,episodes,return_mean,return_min,return_max,length_mean,losses/policy
            2000,1,0,,,,,-0.5
            4000,2,2,75.25,50.5,100,100,-0.25
            6000,3,1,1.5e2,150,150,100,0.125
            """;

    private static final String EPISODES = """
            steps,environment,status,return,length,seed,speed_m_per_s
            2018,1,truncated,100,100,7,0.25
            4018,0,terminated,-50.5,80,-9,0.5
            """;

    private static final String SUMMARY = """
            {
              "status" : "finished",
              "ganglion" : "0.1.0",
              "environment" : "swimmer/swim",
              "controller" : "ncap",
              "learner" : "ppo",
              "preset" : "swimmer-swim-ncap",
              "seed" : 1,
              "parameters" : 4,
              "steps" : 100000,
              "seconds" : 12.5,
              "steps_per_second" : 8000.0,
              "before" : {"return_mean" : 1.5, "return_std" : 0.5, "episodes" : 10, "measurements" : {"speed" : 0.1}},
              "after" : {"return_mean" : 900.0, "return_std" : 0.5, "episodes" : 10, "measurements" : {}}
            }
            """;

    private static final String FAILURE = """
            {"ganglion": "0.1.0", "kind": "java.lang.IllegalStateException", "message": "it failed", "update": 3,
             "steps": 4000, "seed": 1}
            """;

    private static byte[] checkpoint = {};

    private Samples() {}

    /** Configuration files: what a run leaves, and what a user writes. */
    static List<byte[]> settings() {
        return List.of(bytes(SETTINGS), bytes(RunConfig.resolve(Settings.NONE).yaml()));
    }

    static List<byte[]> studies() {
        return List.of(bytes(STUDY));
    }

    static List<byte[]> circuits() {
        return List.of(bytes(CIRCUIT));
    }

    /** Names with options, as typed. */
    static List<byte[]> selectors() {
        return List.of(
                bytes("anything:key=value,other=1,switch"),
                bytes("swimmer/swim:joints=7,viscosity=0.01"),
                bytes("quadruped/walk:terrain=rough,time-limit=100"),
                bytes("mlp:hidden=64x64,activation=tanh"),
                bytes("ncap:signs=free,init=uniform,lesion=DB,VB"),
                bytes("connectome:neuron=izhikevich,null-model=degree-preserving"),
                bytes("ppo:rollout=4096,learning-rate=0.0003"));
    }

    /** The four files of a connectome, by name. */
    static Map<String, byte[]> connectome() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("neurons.csv", bytes(NEURONS));
        files.put("muscles.csv", bytes(MUSCLES));
        files.put("connections.csv", bytes(CONNECTIONS));
        files.put("provenance.csv", bytes(PROVENANCE));
        return files;
    }

    static List<byte[]> edgeLists() {
        return List.of(bytes(EDGES));
    }

    static List<byte[]> graphs() {
        return List.of(bytes(GRAPHML));
    }

    /** The files of a run that are read again, besides its checkpoints, by name. */
    static Map<String, byte[]> run() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("metrics.csv", bytes(METRICS));
        files.put("episodes.csv", bytes(EPISODES));
        files.put("summary.json", bytes(SUMMARY));
        files.put("failure.json", bytes(FAILURE));
        return files;
    }

    /** A checkpoint's bytes, made by way of a file, once. */
    static synchronized byte[] checkpoint(Path folder) throws IOException {
        if (checkpoint.length == 0) {
            checkpoint = writtenCheckpoint(folder);
        }
        return checkpoint;
    }

    private static byte[] writtenCheckpoint(Path folder) throws IOException {
        Map<String, double[]> values = new LinkedHashMap<>();
        values.put("controller/weights", new double[] {1, -2, Double.NaN, Double.MIN_VALUE});
        values.put("adam/steps", new double[] {3, 4});
        values.put("empty", new double[0]);
        Path file = folder.resolve("sample.checkpoint");
        CheckpointFile.write(
                file,
                new Checkpoint(
                        "swimmer/swim",
                        1,
                        "ncap",
                        "ppo",
                        1,
                        2,
                        4096,
                        values,
                        List.of(
                                new EpisodeProgress(3, -17, new float[] {0.5f, -0.25f}),
                                new EpisodeProgress(0, 5, new float[0]))));
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
