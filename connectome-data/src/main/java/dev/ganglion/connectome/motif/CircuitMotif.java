package dev.ganglion.connectome.motif;

import java.util.Locale;

/**
 * The four families of circuit motif, as patterns of chemical connections among two or three different neurons.
 *
 * <p>The families and their names are those of CircuitNet ("CircuitNet: a generic neural network to realize universal
 * circuit motif modeling", 2023, openreview GUSf17i8RMZ); Luo (2021, "Architectures of neuronal circuits", Science
 * 373:eabg7285) reviews what they do. Neither says which graph patterns to count; the patterns here are ours. A pattern
 * is there if its connections are, whatever else joins the same neurons, and is counted once for each choice of neurons
 * in its parts.
 *
 * <p>Each has an inhibitory form, which is what reviews of circuits mostly speak of.
 */
public enum CircuitMotif {
    /** A→B→C and A→C: a direct and an indirect way. Inhibitory form: A excites B and C, B inhibits C. */
    FEED_FORWARD("A>B, B>C, A>C", "A+B, A+C, B-C"),
    /** A⇄B. Inhibitory form: each inhibits the other. */
    MUTUAL("A>B, B>A", "A-B, B-A"),
    /** A→B→C→A: a way back. Inhibitory form: one or all three connections inhibit, so that the loop damps itself. */
    FEEDBACK("A>B, B>C, C>A", "one or three of A>B, B>C, C>A inhibit"),
    /** A→B, A→C and B⇄C: neighbours with one input talk to each other. Inhibitory form: B and C inhibit each other. */
    LATERAL("A>B, A>C, B>C, C>B", "A+B, A+C, B-C, C-B");

    private final String pattern;
    private final String inhibitoryForm;

    CircuitMotif(String pattern, String inhibitoryForm) {
        this.pattern = pattern;
        this.inhibitoryForm = inhibitoryForm;
    }

    /** Its name on the command line, such as {@code feed-forward}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its connections, for a legend. */
    public String pattern() {
        return pattern;
    }

    /** The connections of its inhibitory form, for a legend. */
    public String inhibitoryForm() {
        return inhibitoryForm;
    }
}
