package dev.ganglion.controllers.file;

import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.controllers.yaml.YamlNode;
import java.util.List;

/** Sense organs, pacemakers and tonic drives as they stand in a file. */
final class SourceForms {
    private static final String SENSOR = "sensor";
    private static final String OSCILLATOR = "oscillator";
    private static final String CONSTANT = "constant";

    private SourceForms() {}

    /** {@code {sensor: joint/0/angle, …}}, {@code {oscillator: 60, from: 0, to: 30}} or {@code {constant: 1}}. */
    static String written(Source source) {
        if (source instanceof Source.Sensor sensor) {
            return written(sensor);
        }
        if (source instanceof Source.Oscillator oscillator) {
            return new FlowText()
                    .with(OSCILLATOR, Integer.toString(oscillator.period()))
                    .with("from", Integer.toString(oscillator.from()))
                    .with("to", Integer.toString(oscillator.to()))
                    .toString();
        }
        return new FlowText()
                .with(CONSTANT, FlowText.number(((Source.Constant) source).value()))
                .toString();
    }

    private static String written(Source.Sensor sensor) {
        Transfer transfer = sensor.transfer();
        FlowText text = new FlowText()
                .with(SENSOR, FlowText.text(sensor.signal()))
                .with("component", Integer.toString(sensor.component()), "0")
                .with("scale", YamlNode.word(transfer.scale()))
                .with("gain", FlowText.number(transfer.gain()), "1")
                .with("offset", FlowText.number(transfer.offset()), "0");
        if (Double.isFinite(transfer.low())) {
            text.with("low", FlowText.number(transfer.low()));
        }
        if (Double.isFinite(transfer.high())) {
            text.with("high", FlowText.number(transfer.high()));
        }
        return text.toString();
    }

    static Source source(YamlNode node) {
        try {
            if (node.find(SENSOR).isPresent()) {
                return sensor(node);
            }
            if (node.find(OSCILLATOR).isPresent()) {
                node.allowing(List.of(OSCILLATOR, "from", "to"));
                return new Source.Oscillator(
                        node.get(OSCILLATOR).whole(),
                        node.get("from").whole(),
                        node.get("to").whole());
            }
            node.allowing(List.of(CONSTANT, SENSOR, OSCILLATOR));
            return new Source.Constant(node.get(CONSTANT).number());
        } catch (IllegalArgumentException e) {
            throw node.error(e);
        }
    }

    private static Source sensor(YamlNode node) {
        node.allowing(List.of(SENSOR, "component", "scale", "gain", "offset", "low", "high"));
        return new Source.Sensor(
                node.get(SENSOR).text(),
                node.find("component").map(YamlNode::whole).orElse(0),
                new Transfer(
                        node.get("scale").choice(Transfer.Scale.class),
                        node.find("gain").map(YamlNode::number).orElse(1.0),
                        node.find("offset").map(YamlNode::number).orElse(0.0),
                        node.find("low").map(YamlNode::number).orElse(Double.NEGATIVE_INFINITY),
                        node.find("high").map(YamlNode::number).orElse(Double.POSITIVE_INFINITY)));
    }
}
