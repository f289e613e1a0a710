package dev.ganglion.tests.fuzz;

/** Is named by hostile files; nothing that is read may ever load it. */
public final class Canary {
    static {
        System.setProperty("ganglion.fuzz.canary", "dead");
    }

    /** For whoever would make one from a file. */
    public Canary() {}

    /** For whoever would make one from a file and a text. */
    public Canary(String text) {
        this();
    }
}
