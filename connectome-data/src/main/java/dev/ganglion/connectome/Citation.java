package dev.ganglion.connectome;

/**
 * A published source.
 *
 * @param key short name, such as {@code Cook 2019}
 * @param text authors, year, title and where it appeared
 * @param link where it is found: a DOI or an address
 */
public record Citation(String key, String text, String link) {
    /** The ventral cord's motor neuron classes and their repeated pattern. */
    public static final Citation WHITE_1976 = new Citation(
            "White 1976",
            "White JG, Southgate E, Thomson JN, Brenner S (1976) The structure of the ventral nerve cord of"
                    + " Caenorhabditis elegans. Phil Trans R Soc B 275:327-348",
            "doi:10.1098/rstb.1976.0086");

    /** The first connectome. */
    public static final Citation WHITE_1986 = new Citation(
            "White 1986",
            "White JG, Southgate E, Thomson JN, Brenner S (1986) The structure of the nervous system of the nematode"
                    + " Caenorhabditis elegans. Phil Trans R Soc B 314:1-340",
            "doi:10.1098/rstb.1986.0056");

    /** The D neurons inhibit by GABA. */
    public static final Citation MCINTIRE_1993 = new Citation(
            "McIntire 1993",
            "McIntire SL, Jorgensen E, Kaplan J, Horvitz HR (1993) The GABAergic nervous system of Caenorhabditis"
                    + " elegans. Nature 364:337-341",
            "doi:10.1038/364337a0");

    /** Soma positions as fractions of body length, and the wiring's layout. */
    public static final Citation CHEN_2006 = new Citation(
            "Chen 2006",
            "Chen BL, Hall DH, Chklovskii DB (2006) Wiring optimization can relate neuronal structure and function."
                    + " PNAS 103:4723-4728",
            "doi:10.1073/pnas.0506806103");

    /** The 279 somatic neurons, revised. */
    public static final Citation VARSHNEY_2011 = new Citation(
            "Varshney 2011",
            "Varshney LR, Chen BL, Paniagua E, Hall DH, Chklovskii DB (2011) Structural properties of the"
                    + " Caenorhabditis elegans neuronal network. PLoS Comput Biol 7:e1001066",
            "doi:10.1371/journal.pcbi.1001066");

    /** Motor neurons placed by the muscles they drive. */
    public static final Citation HASPEL_2011 = new Citation(
            "Haspel 2011",
            "Haspel G, O'Donovan MJ (2011) A perimotor framework reveals functional segmentation in the motoneuronal"
                    + " network controlling locomotion in Caenorhabditis elegans. J Neurosci 31:14611-14623",
            "doi:10.1523/JNEUROSCI.2162-11.2011");

    /** B neurons feel the bend in front of them. */
    public static final Citation WEN_2012 = new Citation(
            "Wen 2012",
            "Wen Q et al. (2012) Proprioceptive coupling within motor neurons drives C. elegans forward locomotion."
                    + " Neuron 76:750-761",
            "doi:10.1016/j.neuron.2012.08.039");

    /** Both sexes, whole animals, from new reconstructions and the old micrographs. */
    public static final Citation COOK_2019 = new Citation(
            "Cook 2019",
            "Cook SJ et al. (2019) Whole-animal connectomes of both Caenorhabditis elegans sexes. Nature 571:63-71",
            "doi:10.1038/s41586-019-1352-7");

    /** Signs by transmitter and receptor expression. */
    public static final Citation FENYVES_2020 = new Citation(
            "Fenyves 2020",
            "Fenyves BG, Szilagyi GS, Vassy Z, Soti C, Csermely P (2020) Synaptic polarity and sign-balance prediction"
                    + " using gene expression data in the Caenorhabditis elegans chemical synapse neuronal connectome"
                    + " network. PLoS Comput Biol 16:e1007974",
            "doi:10.1371/journal.pcbi.1007974");

    /** Eight nerve rings from birth to adulthood. */
    public static final Citation WITVLIET_2021 = new Citation(
            "Witvliet 2021",
            "Witvliet D et al. (2021) Connectomes across development reveal principles of brain maturation. Nature"
                    + " 596:257-261",
            "doi:10.1038/s41586-021-03778-8");

    /** The swimmer's circuit. */
    public static final Citation BHATTASALI_2022 = new Citation(
            "Bhattasali 2022",
            "Bhattasali NX, Zador AM, Engel TA (2022) Neural circuit architectural priors for embodied control. NeurIPS"
                    + " 2022",
            "arXiv:2201.05242");

    /** What every neuron releases. */
    public static final Citation WANG_2024 = new Citation(
            "Wang 2024",
            "Wang C et al. (2024) A neurotransmitter atlas of C. elegans males and hermaphrodites. eLife 13:RP95402",
            "doi:10.7554/eLife.95402");
}
