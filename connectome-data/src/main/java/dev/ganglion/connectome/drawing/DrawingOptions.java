package dev.ganglion.connectome.drawing;

import dev.ganglion.connectome.SignReading;

/**
 * How a connectome is drawn.
 *
 * @param theme the ground
 * @param reading how signs are read
 * @param mostConnections of each kind (chemical among neurons, onto muscle, electrical) at most about this many are
 *     drawn, the strongest; connections as strong as the weakest one drawn are all drawn or none. Only for
 *     {@link CircuitDrawing}; at least 1
 */
public record DrawingOptions(Theme theme, SignReading reading, int mostConnections) {
    /** Follows the viewer's theme, reads signs by {@link SignReading#DEFAULT} and draws what the eye can follow. */
    public static final DrawingOptions DEFAULT = new DrawingOptions(Theme.AUTO, SignReading.DEFAULT, 150);

    /** Checks the number of connections. */
    public DrawingOptions {
        if (mostConnections < 1) {
            throw new IllegalArgumentException("At least 1 connection has to be drawn, not " + mostConnections);
        }
    }

    /** The same with another theme. */
    public DrawingOptions withTheme(Theme newTheme) {
        return new DrawingOptions(newTheme, reading, mostConnections);
    }

    /** The same with another number of connections. */
    public DrawingOptions withMostConnections(int most) {
        return new DrawingOptions(theme, reading, most);
    }
}
