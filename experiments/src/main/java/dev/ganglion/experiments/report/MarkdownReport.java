package dev.ganglion.experiments.report;

import dev.ganglion.experiments.study.Study;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report in Markdown, with its figures and films beside it. */
final class MarkdownReport {
    private final Study study;
    private final List<Block.Section> sections;

    MarkdownReport(Study study, List<Block.Section> sections) {
        this.study = study;
        this.sections = List.copyOf(sections);
    }

    /** The text. */
    String text() {
        StringBuilder text = new StringBuilder("# " + study.name() + "\n\n" + study.question() + "\n");
        for (Block.Section section : sections) {
            text.append("\n## ").append(section.title()).append('\n');
            section.blocks()
                    .forEach(block -> text.append('\n').append(block(block)).append('\n'));
        }
        return text.toString();
    }

    private static String block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.text();
        }
        if (block instanceof Block.Warning warning) {
            return "**Warning:** " + warning.text();
        }
        if (block instanceof Block.Verbatim verbatim) {
            return "```\n" + verbatim.text().stripTrailing() + "\n```";
        }
        if (block instanceof Block.Picture picture) {
            return "![" + picture.figure().title() + "](" + picture.figure().name() + ".svg)\n\n" + picture.caption();
        }
        if (block instanceof Block.Table table) {
            return table(table);
        }
        return ((Block.Films) block)
                .films().stream()
                        .map(film -> "![" + film.caption() + "](" + film.name() + ")")
                        .collect(Collectors.joining("\n"));
    }

    private static String table(Block.Table table) {
        String rule = IntStream.range(0, table.header().size())
                .mapToObj(column -> table.numbers().contains(column) ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |"));
        return row(table.header()) + "\n" + rule + "\n"
                + table.rows().stream().map(MarkdownReport::row).collect(Collectors.joining("\n"));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
