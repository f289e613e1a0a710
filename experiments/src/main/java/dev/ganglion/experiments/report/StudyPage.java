package dev.ganglion.experiments.report;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.Pictures;
import dev.ganglion.experiments.config.Version;
import dev.ganglion.experiments.figure.Figure;
import dev.ganglion.experiments.run.WholeFile;
import dev.ganglion.experiments.study.Cell;
import dev.ganglion.experiments.study.StudyResults;
import dev.ganglion.experiments.study.StudyTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A study's report as files: {@code index.html}, a page that needs nothing else; {@code report.md}; each figure as SVG;
 * each table as CSV; and the table of cells.
 */
public final class StudyPage {
    private static final String FILMS = "films";

    private final StudyResults results;
    private final FilmPlacement placement;

    private StudyPage(StudyResults results, FilmPlacement placement) {
        this.results = results;
        this.placement = placement;
    }

    /** Where films are put. */
    public enum FilmPlacement {
        /** Into the page. */
        EMBEDDED,
        /** Beside the page. */
        BESIDE,
        /** Nowhere. */
        NONE
    }

    /**
     * Writes the report.
     *
     * @param folder where to; made if there is none, and written over if it holds an earlier report
     * @return the page
     * @throws InvalidInputException if nothing can be written there
     */
    public static Path write(StudyResults results, Path folder, FilmPlacement placement) {
        return new StudyPage(results, placement).write(folder);
    }

    private Path write(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidInputException("Cannot make " + folder + ": " + e.getMessage(), e);
        }
        List<Block.Section> sections = sections();
        for (Block.Section section : sections) {
            for (Block block : section.blocks()) {
                writeBeside(folder, block);
            }
        }
        WholeFile.write(folder.resolve("cells.csv"), StudyTable.text(results));
        // Markdown cannot hold films; it shows them where they lie beside it.
        List<Block.Section> beside = sections.stream()
                .filter(section ->
                        placement == FilmPlacement.BESIDE || !section.id().equals(FILMS))
                .toList();
        WholeFile.write(folder.resolve("report.md"), new MarkdownReport(results.study(), beside).text());
        Path page = folder.resolve("index.html");
        WholeFile.write(page, new HtmlReport(results.study(), sections, placement == FilmPlacement.EMBEDDED).text());
        return page;
    }

    private void writeBeside(Path folder, Block block) {
        if (block instanceof Block.Picture picture) {
            Figure figure = picture.figure();
            WholeFile.write(folder.resolve(figure.name() + ".svg"), figure.file());
        } else if (block instanceof Block.Table table) {
            StringBuilder csv = new StringBuilder(StudyTable.line(table.header()));
            table.rows().forEach(row -> csv.append(StudyTable.line(row)));
            WholeFile.write(folder.resolve(table.name() + ".csv"), csv.toString());
        } else if (block instanceof Block.Films films && placement == FilmPlacement.BESIDE) {
            films.films().forEach(film -> WholeFile.write(folder.resolve(film.name()), film.content()));
        }
    }

    private List<Block.Section> sections() {
        List<Block.Section> sections = new ArrayList<>(new StudySections(results).sections());
        new LifetimeSections(results).section().ifPresent(sections::add);
        new TransferSections(results).section().ifPresent(sections::add);
        List<Block.Film> films = placement == FilmPlacement.NONE ? List.of() : films();
        if (!films.isEmpty()) {
            sections.add(new Block.Section(FILMS, "What it looks like", List.of(new Block.Films(films))));
        }
        sections.add(making());
        return sections;
    }

    private List<Block.Film> films() {
        List<Block.Film> films = new ArrayList<>();
        for (Cell cell : results.finished().keySet()) {
            Path film = cell.directory(results.directory().path())
                    .resolve(Pictures.stem(cell.config().plan().environment()) + ".gif");
            if (cell.isFilmed() && Files.isRegularFile(film)) {
                try {
                    films.add(new Block.Film(
                            cell.arm() + "-" + cell.environment() + ".gif",
                            cell.arm() + " on " + cell.environment() + ", seed " + cell.seed(),
                            Files.readAllBytes(film)));
                } catch (IOException e) {
                    throw new InvalidInputException(film + " cannot be read: " + e.getMessage(), e);
                }
            }
        }
        return films;
    }

    private Block.Section making() {
        return new Block.Section(
                "making",
                "How it was made",
                List.of(
                        new Block.Verbatim("ganglion study " + results.study().name() + ".yaml\nganglion report "
                                + results.directory().path()),
                        new Block.Paragraph("Ganglion " + Version.current() + ", Java "
                                + System.getProperty("java.version")
                                + ", " + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                                + ". Each run is watched for "
                                + Numbers.count(results.study().episodes(), "episode") + " before and after training,"
                                + " the same for all (seed " + results.study().evaluationSeed()
                                + "). A run's score is its mean return. Interquartile means leave out a quarter of the"
                                + " runs at each end; intervals are 95 % stratified bootstrap intervals from 10,000"
                                + " resamples, bands from 1,000 (Agarwal et al. 2021)."),
                        new Block.Verbatim(file())));
    }

    private String file() {
        try {
            return Files.readString(results.directory().file(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidInputException(results.directory().file() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
