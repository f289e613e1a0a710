package dev.ganglion.connectome.imports;

import dev.ganglion.connectome.format.ConnectomeFolder;
import dev.ganglion.connectome.worm.WormTables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A way in which connectomes are laid out in files. */
public enum Layout {
    /** The project's own folder of CSV tables. */
    GANGLION("a folder with neurons.csv, connections.csv and, if wanted, muscles.csv and provenance.csv"),
    /** A single CSV of one's own. */
    EDGE_LIST("a CSV with the columns pre, post, weight and, if wanted, kind and sign"),
    /** GraphML of one's own. */
    GRAPHML("a GraphML file"),
    /** The published files of which the project's table of C. elegans is made. */
    C_ELEGANS_SOURCES("a folder with the published files of which the C. elegans table is made"),
    /** Cook et al. 2019. */
    COOK_2019("the edge list of Cook 2019: Source,Target,Weight,Type"),
    /** White et al. 1986 as digitised. */
    WHITE_1986("the digitised table of White 1986: pre, post, type, synapses between tabs"),
    /** Witvliet et al. 2021. */
    WITVLIET_2021("a table of Witvliet 2021: pre, post, type, synapses between tabs"),
    /** Varshney et al. 2011. */
    VARSHNEY_2011("the table of Varshney 2011 as CSV: Neuron 1,Neuron 2,Type,Nbr"),
    /** OpenWorm's tables. */
    OPENWORM("the OpenWorm tables as CSV: Origin,Target,... and Neuron,Muscle,...; one or both");

    /** Within so many bytes a file shows what it is, or does not. */
    private static final int LARGEST_BEGINNING = 1 << 16;

    private final String help;

    Layout(String help) {
        this.help = help;
    }

    /** Its name on the command line, such as {@code cook-2019}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What such files look like. */
    public String help() {
        return help;
    }

    /** The layout of this name on the command line. */
    public static Optional<Layout> of(String id) {
        return Stream.of(values()).filter(layout -> layout.id().equals(id)).findFirst();
    }

    /**
     * The layout that a file or folder seems to have, by its header and, for the two that share a header, by its name;
     * nothing if it is none of them.
     */
    public static Optional<Layout> detect(Path path) {
        if (Files.isDirectory(path)) {
            if (ConnectomeFolder.isOne(path)) {
                return Optional.of(GANGLION);
            }
            return WormTables.areIn(path) ? Optional.of(C_ELEGANS_SOURCES) : Optional.empty();
        }
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".graphml")) {
            return Optional.of(GRAPHML);
        }
        return byHeader(firstLine(path), name);
    }

    private static Optional<Layout> byHeader(String header, String fileName) {
        if (header.startsWith("pre\tpost\ttype")) {
            if (fileName.contains("white")) {
                return Optional.of(WHITE_1986);
            }
            return fileName.contains("witvliet") ? Optional.of(WITVLIET_2021) : Optional.empty();
        }
        if (header.startsWith("Source,Target,")) {
            return Optional.of(COOK_2019);
        }
        if (header.startsWith("Neuron 1,")) {
            return Optional.of(VARSHNEY_2011);
        }
        if (header.startsWith("Origin,Target,") || header.startsWith("Neuron,Muscle,")) {
            return Optional.of(OPENWORM);
        }
        return header.contains("pre") && header.contains("post") ? Optional.of(EDGE_LIST) : Optional.empty();
    }

    private static String firstLine(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            // A device has no end, and a hostile file no second line.
            String beginning = new String(stream.readNBytes(LARGEST_BEGINNING), StandardCharsets.UTF_8);
            return beginning
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .findFirst()
                    .orElse("")
                    .replace("\uFEFF", "");
        } catch (IOException e) {
            return "";
        }
    }
}
