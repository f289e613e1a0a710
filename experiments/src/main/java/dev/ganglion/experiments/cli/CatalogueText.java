package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.Option;
import dev.ganglion.experiments.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code ganglion list} says. */
final class CatalogueText {
    private static final String INDENT = "    ";

    private CatalogueText() {}

    /** For people: a heading for each kind, under it each thing with its options. */
    static String of(List<Catalogue.Entry> entries, int width) {
        StringBuilder text = new StringBuilder();
        for (Catalogue.Kind kind : Catalogue.Kind.values()) {
            List<Catalogue.Entry> ofKind =
                    entries.stream().filter(entry -> entry.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                text.append(text.length() == 0 ? "" : "\n")
                        .append(heading(kind))
                        .append('\n');
                ofKind.forEach(entry -> append(text, entry, width));
            }
        }
        return text.toString();
    }

    /** For programs: lists by kind. */
    static Map<String, Object> json(List<Catalogue.Entry> entries) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Catalogue.Kind kind : Catalogue.Kind.values()) {
            all.put(
                    heading(kind).toLowerCase(Locale.ROOT),
                    entries.stream()
                            .filter(entry -> entry.kind() == kind)
                            .map(CatalogueText::json)
                            .toList());
        }
        return all;
    }

    private static String heading(Catalogue.Kind kind) {
        return kind.name() + "S";
    }

    private static void append(StringBuilder text, Catalogue.Entry entry, int width) {
        text.append('\n').append(entry.name()).append('\n');
        text.append(TextTable.wrap(entry.summary(), "  ", width));
        List<List<String>> rows = new ArrayList<>();
        entry.settings().forEach((key, value) -> rows.add(List.of(key, value)));
        for (Option option : entry.options().list()) {
            rows.add(List.of(option.key(), option.defaultText(), range(option), option.help()));
        }
        text.append(TextTable.of(rows, INDENT, width));
    }

    private static String range(Option option) {
        return option.unit().isEmpty() ? option.range() : option.range() + " " + option.unit();
    }

    private static Map<String, Object> json(Catalogue.Entry entry) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", entry.name());
        one.put("summary", entry.summary());
        if (entry.kind() == Catalogue.Kind.PRESET) {
            one.put("settings", entry.settings());
        } else {
            one.put(
                    "options",
                    entry.options().list().stream().map(CatalogueText::json).toList());
        }
        return one;
    }

    private static Map<String, String> json(Option option) {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("key", option.key());
        one.put("default", option.defaultText());
        one.put("unit", option.unit());
        one.put("range", option.range());
        one.put("help", option.help());
        return one;
    }
}
