package dev.ganglion.connectome.format;

/**
 * A line of a file.
 *
 * @param file the file's name
 * @param line the line, from 1; 0 for the file as a whole
 */
public record Place(String file, int line) {}
