package dev.ganglion.environments.swimmer;

/** What a swimmer moves in. */
public sealed interface Medium {
    /**
     * A fluid whose drag grows with the square of the speed, and in proportion to it where it is viscous.
     *
     * @param density density in kg/m³
     * @param viscosity dynamic viscosity in Pa s
     */
    record Fluid(double density, double viscosity) implements Medium {
        /** Checks that neither is negative. */
        public Fluid {
            if (!(density >= 0) || !(viscosity >= 0)) {
                throw new IllegalArgumentException("Density and viscosity are not negative, but " + density
                        + " kg/m³ and " + viscosity + " Pa s were given");
            }
        }
    }

    /**
     * A surface on which the body lies in a groove of its own, as a worm on agar: drag in proportion to the speed, much
     * stronger across the body than along it.
     *
     * @param along drag along the body over its length and speed, in N s/m²
     * @param across drag across the body over its length and speed, in N s/m²
     */
    record Gel(double along, double across) implements Medium {
        /** Checks that neither is negative. */
        public Gel {
            if (!(along >= 0) || !(across >= 0)) {
                throw new IllegalArgumentException(
                        "Drag is not negative, but " + along + " and " + across + " N s/m² were given");
            }
        }
    }

    /** The fluid of the DeepMind Control Suite's swimmer ({@code suite/swimmer.xml}). */
    Fluid SWIMMING = new Fluid(3000, 0);

    /**
     * Agar for the standard swimmer: forty times as much drag across it as along it, as for <i>C. elegans</i> on agar
     * (Boyle, Berri and Cohen 2012, "Gait modulation in C. elegans: an integrated neuromechanical model": 3.2e-3 and
     * 128e-3 kg/s for the whole worm). How strong it is beside the swimmer's motors is ours.
     */
    Gel AGAR = new Gel(0.2, 8);
}
