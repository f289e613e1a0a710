package dev.ganglion.controllers.file;

/** Yes or no, as it stands in a file. */
enum Answer {
    YES,
    NO;

    static Answer of(boolean isSo) {
        return isSo ? YES : NO;
    }
}
