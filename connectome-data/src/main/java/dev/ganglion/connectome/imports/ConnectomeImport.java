package dev.ganglion.connectome.imports;

import dev.ganglion.connectome.format.ConnectomeFolder;
import dev.ganglion.connectome.format.ConnectomeFormatException;
import dev.ganglion.connectome.format.EdgeList;
import dev.ganglion.connectome.format.GraphMl;
import dev.ganglion.connectome.format.Import;
import dev.ganglion.connectome.format.Place;
import dev.ganglion.connectome.format.Problems;
import dev.ganglion.connectome.worm.PublishedTables;
import dev.ganglion.connectome.worm.WormCatalogue;
import dev.ganglion.connectome.worm.WormTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a connectome from files of any {@link Layout}. */
public final class ConnectomeImport {
    private ConnectomeImport() {}

    /**
     * Reads a file or folder whose layout shows in it.
     *
     * @throws ConnectomeFormatException with every mistake, or saying that the layout does not show; nothing is then
     *     imported
     */
    public static Import read(Path path) {
        return read(List.of(path), Layout.detect(path).orElseThrow(() -> unknownLayout(path)));
    }

    /**
     * Reads files of a layout; only {@link Layout#OPENWORM} takes two.
     *
     * @throws ConnectomeFormatException with every mistake; nothing is then imported
     */
    public static Import read(List<Path> paths, Layout layout) {
        if (paths.isEmpty() || (paths.size() > 1 && layout != Layout.OPENWORM)) {
            throw new IllegalArgumentException("Layout " + layout.id() + " needs one path, not " + paths.size());
        }
        Path path = paths.get(0);
        String name = nameOf(path);
        return switch (layout) {
            case GANGLION -> ConnectomeFolder.read(path, name);
            case EDGE_LIST -> EdgeList.read(path, name);
            case GRAPHML -> GraphMl.read(path, name);
            case C_ELEGANS_SOURCES -> new Import(WormTables.build(path), List.of());
            case COOK_2019 -> published().cook2019(path);
            case WHITE_1986 -> published().white1986(path);
            case WITVLIET_2021 -> published().witvliet2021(path);
            case VARSHNEY_2011 -> published().varshney2011(path);
            case OPENWORM -> published().openWorm(paths);
        };
    }

    private static PublishedTables published() {
        return new PublishedTables(WormCatalogue.hermaphrodite());
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName()).replaceFirst("\\.[A-Za-z]+$", "");
    }

    private static ConnectomeFormatException unknownLayout(Path path) {
        if (Files.notExists(path)) {
            return Problems.only(new Place(path.toString(), 0), "", "there is no such file or folder");
        }
        String layouts = Arrays.stream(Layout.values()).map(Layout::id).collect(Collectors.joining(", "));
        return Problems.only(new Place(path.toString(), 0), "", "its layout does not show; name one of " + layouts);
    }
}
