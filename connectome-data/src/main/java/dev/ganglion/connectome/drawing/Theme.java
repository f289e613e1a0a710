package dev.ganglion.connectome.drawing;

/** The ground on which a picture stands. */
public enum Theme {
    /** Light, or dark where the viewer asks for it ({@code prefers-color-scheme}). */
    AUTO,
    /** Dark ink on a light ground, for print and slides. */
    LIGHT,
    /** Light ink on a dark ground. */
    DARK;

    private static final String ON_LIGHT = """
            .ground{fill:#ffffff} .body{fill:#f4f1ec;stroke:#d9d2c7} .ink{fill:#22272e} .faint{fill:#6b7280}
            .rule{stroke:#d7dbe0} .halo{stroke:#ffffff} .open{fill:#9aa1ab} .openline{stroke:#9aa1ab}
            """;
    private static final String ON_DARK = """
            .ground{fill:#14181d} .body{fill:#1d232b;stroke:#39424e} .ink{fill:#e8ebef} .faint{fill:#9aa4b2}
            .rule{stroke:#333c47} .halo{stroke:#14181d} .open{fill:#78818d} .openline{stroke:#78818d}
            """;

    /** The style sheet of this theme. */
    String css() {
        return switch (this) {
            case LIGHT -> ON_LIGHT;
            case DARK -> ON_DARK;
            case AUTO -> ON_LIGHT + "@media (prefers-color-scheme: dark){" + ON_DARK + "}";
        };
    }
}
