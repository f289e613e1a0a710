package dev.ganglion.experiments.report;

import dev.ganglion.experiments.config.Version;
import dev.ganglion.experiments.figure.Figure;
import dev.ganglion.experiments.study.Study;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A report as a page of HTML that needs nothing but itself. */
final class HtmlReport {
    private final Study study;
    private final List<Block.Section> sections;
    private final boolean embedsFilms;

    /**
     * A page.
     *
     * @param embedsFilms whether films are part of the page rather than beside it
     */
    HtmlReport(Study study, List<Block.Section> sections, boolean embedsFilms) {
        this.study = study;
        this.sections = List.copyOf(sections);
        this.embedsFilms = embedsFilms;
    }

    /** The text of the page. */
    String text() {
        String content = heading() + sections.stream().map(this::section).collect(Collectors.joining());
        return resource("page.html")
                .replace("{{generator}}", escape("Ganglion " + Version.current()))
                .replace("{{title}}", escape(study.name()))
                .replace("{{style}}", resource("page.css") + Figure.style())
                .replace("{{content}}", content);
    }

    private String heading() {
        String links = sections.stream()
                .map(section -> "<a href=\"#" + section.id() + "\">" + escape(section.title()) + "</a>")
                .collect(Collectors.joining("\n"));
        return "<h1>" + escape(study.name()) + "</h1>\n<p class=\"question\">" + escape(study.question())
                + "</p>\n<nav>" + links + "</nav>\n";
    }

    private String section(Block.Section section) {
        return "<section id=\"" + section.id() + "\">\n<h2>" + escape(section.title()) + "</h2>\n"
                + section.blocks().stream().map(this::block).collect(Collectors.joining())
                + "</section>\n";
    }

    private String block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return "<p class=\"note\">" + escape(paragraph.text()) + "</p>\n";
        }
        if (block instanceof Block.Warning warning) {
            return "<p class=\"warning\">Warning: " + escape(warning.text()) + "</p>\n";
        }
        if (block instanceof Block.Verbatim verbatim) {
            return "<pre>" + escape(verbatim.text()) + "</pre>\n";
        }
        if (block instanceof Block.Picture picture) {
            return "<figure><div class=\"wide\">\n" + picture.figure().inline() + "</div><figcaption>"
                    + escape(picture.caption()) + "</figcaption></figure>\n";
        }
        return block instanceof Block.Table table ? table(table) : films((Block.Films) block);
    }

    private static String table(Block.Table table) {
        StringBuilder text = new StringBuilder("<div class=\"wide\"><table>\n<thead>");
        row(text, table, table.header(), "th");
        text.append("</thead>\n<tbody>\n");
        table.rows().forEach(row -> row(text, table, row, "td"));
        return text.append("</tbody></table></div>\n").toString();
    }

    private static void row(StringBuilder text, Block.Table table, List<String> cells, String tag) {
        text.append("<tr>");
        for (int column = 0; column < cells.size(); column++) {
            text.append('<').append(tag);
            if (table.numbers().contains(column)) {
                text.append(" class=\"number\"");
            }
            text.append('>')
                    .append(escape(cells.get(column)))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        text.append("</tr>\n");
    }

    private String films(Block.Films films) {
        return films.films().stream()
                .map(film -> "<figure><img loading=\"lazy\" alt=\"" + escape(film.caption()) + "\" src=\""
                        + source(film) + "\"><figcaption>" + escape(film.caption()) + "</figcaption></figure>\n")
                .collect(Collectors.joining("", "<div class=\"films\">\n", "</div>\n"));
    }

    private String source(Block.Film film) {
        return embedsFilms
                ? "data:image/gif;base64," + Base64.getEncoder().encodeToString(film.content())
                : escape(film.name());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name + " is part of the jar").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
