package dev.ganglion.experiments.report;

import dev.ganglion.experiments.figure.Figure;
import java.util.List;
import java.util.Set;

/** A part of a section of a report. */
sealed interface Block {
    /** A paragraph of text. */
    record Paragraph(String text) implements Block {}

    /** A warning that stands out. */
    record Warning(String text) implements Block {}

    /** Text as it was typed. */
    record Verbatim(String text) implements Block {}

    /**
     * A figure.
     *
     * @param figure the figure
     * @param caption what to see in it
     */
    record Picture(Figure figure, String caption) implements Block {}

    /**
     * A table.
     *
     * @param name what its file is called, without the ending
     * @param header names of the columns
     * @param rows cells for each column
     * @param numbers which columns hold numbers, from 0
     */
    record Table(String name, List<String> header, List<List<String>> rows, Set<Integer> numbers) implements Block {
        /** Copies the containers. */
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            numbers = Set.copyOf(numbers);
        }
    }

    /** Films side by side. */
    record Films(List<Film> films) implements Block {
        /** Copies the list. */
        public Films {
            films = List.copyOf(films);
        }
    }

    /**
     * A film.
     *
     * @param name what its file is called
     * @param caption what it shows
     * @param content an animated GIF
     */
    record Film(String name, String caption, byte[] content) {}

    /**
     * A section.
     *
     * @param id its name in links
     * @param title its heading
     * @param blocks its parts
     */
    record Section(String id, String title, List<Block> blocks) {
        /** Copies the list. */
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
