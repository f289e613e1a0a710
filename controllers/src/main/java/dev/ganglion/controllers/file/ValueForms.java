package dev.ganglion.controllers.file;

import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.yaml.YamlNode;
import java.util.List;

/** Numbers with which something begins, and constants, as they stand in a file. */
final class ValueForms {
    private ValueForms() {}

    /** {@code 1}, {@code {from: 0, to: 1}} or {@code {either-sign: 1}}. */
    static String written(InitialValue value) {
        if (value instanceof InitialValue.Fixed fixed) {
            return FlowText.number(fixed.value());
        }
        if (value instanceof InitialValue.Uniform uniform) {
            return new FlowText()
                    .with("from", FlowText.number(uniform.low()))
                    .with("to", FlowText.number(uniform.high()))
                    .toString();
        }
        return new FlowText()
                .with("either-sign", FlowText.number(((InitialValue.EitherSign) value).magnitude()))
                .toString();
    }

    static InitialValue initial(YamlNode node) {
        if (!node.isMapping()) {
            return new InitialValue.Fixed(node.number());
        }
        try {
            return drawn(node);
        } catch (IllegalArgumentException e) {
            throw node.error(e);
        }
    }

    private static InitialValue drawn(YamlNode node) {
        if (node.find("either-sign").isPresent()) {
            return new InitialValue.EitherSign(
                    node.allowing(List.of("either-sign")).get("either-sign").number());
        }
        node.allowing(List.of("from", "to", "either-sign"));
        return new InitialValue.Uniform(
                node.get("from").number(), node.get("to").number());
    }

    /** A number, or {@code {initial: 0.05, learned: shared}}. */
    static String written(Constant constant) {
        if (constant instanceof Constant.Fixed fixed) {
            return FlowText.number(fixed.value());
        }
        Constant.Learned learned = (Constant.Learned) constant;
        return new FlowText()
                .with("initial", written(learned.initial()))
                .with("learned", YamlNode.word(learned.scope()))
                .toString();
    }

    static Constant constant(YamlNode node) {
        if (!node.isMapping()) {
            return Constant.of(node.number());
        }
        node.allowing(List.of("initial", "learned"));
        try {
            return new Constant.Learned(
                    initial(node.get("initial")), node.get("learned").choice(Constant.Scope.class));
        } catch (IllegalArgumentException e) {
            throw node.error(e);
        }
    }
}
