package dev.ganglion.connectome.format;

import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignRule;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.SynapseKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of connections, in the project's own columns. */
final class ConnectionTable {
    static final Columns COLUMNS = new Columns(
            ',',
            List.of("pre", "post", "weight"),
            List.of("kind", "sign", "sign_by_transmitter", "sign_by_expression"),
            true);

    private ConnectionTable() {}

    static String column(SignRule rule) {
        return switch (rule) {
            case STATED -> "sign";
            case TRANSMITTER -> "sign_by_transmitter";
            case EXPRESSION -> "sign_by_expression";
        };
    }

    static List<Synapse> synapses(Table table, CellSource cells, Loops loops, Problems problems) {
        EdgeCollector edges = new EdgeCollector(cells, loops, problems);
        for (Table.Row row : table.rows()) {
            SynapseKind kind =
                    Fields.word(row.get("kind"), SynapseKind.class, SynapseKind.CHEMICAL, row.place(), problems);
            edges.add(new EdgeCollector.Line(
                    row.place(), row.get("pre"), row.get("post"), kind, row.get("weight"), signs(row, kind, problems)));
        }
        return edges.synapses();
    }

    private static Map<SignRule, Sign> signs(Table.Row row, SynapseKind kind, Problems problems) {
        Map<SignRule, Sign> signs = new EnumMap<>(SignRule.class);
        for (SignRule rule : SignRule.values()) {
            String text = row.get(column(rule));
            Sign sign = Fields.sign(text, row.place(), problems);
            if (sign != Sign.UNKNOWN && kind == SynapseKind.ELECTRICAL) {
                problems.add(row.place(), text, "is a sign on an electrical connection, which has none");
            } else if (sign != Sign.UNKNOWN) {
                signs.put(rule, sign);
            }
        }
        return signs;
    }

    /** The columns that these synapses need: those of the rules that say something of any of them. */
    static List<String> header(List<Synapse> synapses) {
        List<String> header = new ArrayList<>(List.of("pre", "post", "kind", "weight"));
        rulesUsed(synapses).forEach(rule -> header.add(column(rule)));
        return header;
    }

    static List<List<String>> rows(List<Synapse> synapses) {
        List<SignRule> rules = rulesUsed(synapses);
        List<List<String>> rows = new ArrayList<>();
        for (Synapse synapse : synapses) {
            List<String> row = new ArrayList<>(
                    List.of(synapse.pre(), synapse.post(), Fields.code(synapse.kind()), Fields.code(synapse.weight())));
            rules.forEach(rule -> row.add(Fields.code(synapse.sign(rule))));
            rows.add(row);
        }
        return rows;
    }

    private static List<SignRule> rulesUsed(List<Synapse> synapses) {
        List<SignRule> rules = new ArrayList<>();
        for (SignRule rule : SignRule.values()) {
            if (synapses.stream().anyMatch(synapse -> synapse.sign(rule) != Sign.UNKNOWN)) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
