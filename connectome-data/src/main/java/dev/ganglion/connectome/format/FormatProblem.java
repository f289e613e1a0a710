package dev.ganglion.connectome.format;

/**
 * One mistake in a file.
 *
 * @param file the file's name
 * @param line the line it is on, from 1; 0 if it concerns the file as a whole
 * @param text the offending text; may be empty
 * @param reason what is wrong with it and, where there is one, the nearest right answer
 */
public record FormatProblem(String file, int line, String text, String reason) {
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line;
        return text.isEmpty() ? place + ": " + reason : place + ": '" + text + "' " + reason;
    }
}
